package org.rpcscope.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpcscope.input.Assumed;

/** The prefixes that syslog daemons and devices put before a message, and what is assumed of their times. */
class SyslogTest {

    private static final LocalDate FILE = LocalDate.of(2026, 3, 10);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        <134>Jul  3 19:10:30 filterlog[72237]: 146,,,| 2025-07-03T19:10:30Z |  | filterlog | 146,,,
        <134>Mar  3 19:10:30 fw01 filterlog: 146,,,| 2026-03-03T19:10:30Z | fw01 | filterlog | 146,,,
        Apr 15 2013 09:36:50: %ASA-4-106023: Deny| 2013-04-15T09:36:50Z |  |  | %ASA-4-106023: Deny
        Apr 15 2014 09:34:34 EDT: %ASA-session-5-106100: x| 2014-04-15T09:34:34Z |  |  | %ASA-session-5-106100: x
        Apr 24 2013 16:00:28 INT-FW01 : %ASA-6-106100: x| 2013-04-24T16:00:28Z | INT-FW01 |  | %ASA-6-106100: x
        Dec 11 2018 08:01:31 <IP>: %ASA-6-302013: x| 2018-12-11T08:01:31Z | <IP> |  | %ASA-6-302013: x
        *Mar  1 18:46:11.123: %SEC-6-IPACCESSLOGP: x| 2026-03-01T18:46:11.123Z |  |  | %SEC-6-IPACCESSLOGP: x
        2026-01-02T03:04:05.5+01:00 gw kernel: IN=a| 2026-01-02T02:04:05.500Z | gw | kernel | IN=a
        <14>1 2026-01-02T03:04:05Z srx RT_FLOW - RT_FLOW_SESSION_DENY [junos@1 a="b"]| 2026-01-02T03:04:05Z | srx | RT_FLOW | [junos@1 a="b"]
        <14>1 - - - - - - id=firewall|  | - | - | id=firewall
        <14>Sep 16 10:00:02 PA-1 1,9/16/19 10:00,18| 2025-09-16T10:00:02Z | PA-1 |  | 1,9/16/19 10:00,18
        <189>date=2026-01-02 time=03:04:05|  |  |  | date=2026-01-02 time=03:04:05
        2005-04-11 08:05:57 DROP UDP|  |  |  | 2005-04-11 08:05:57 DROP UDP
        Feb 30 10:00:00 host app: x|  |  |  | Feb 30 10:00:00 host app: x
        Mar 11 10:00:00 kernel: [ 12.5] IN=a| 2026-03-11T10:00:00Z |  | kernel | [ 12.5] IN=a
        Mar 12 10:00:00 kernel: IN=a| 2025-03-12T10:00:00Z |  | kernel | IN=a
        2014-03-10 09:03:39\tLocal7.Debug\t10.232.60.18\tMar 10 2014 09:03:38: %ASA-6-302013: x| 2014-03-10T09:03:38Z |  |  | %ASA-6-302013: x
        2014-03-10 09:03:39\tLocal7.Debug\t10.232.60.18\tid=firewall| 2014-03-10T09:03:39Z |  |  | id=firewall
        2014-03-10 09:03:39\tno level\t10.232.60.18\tx|  |  |  | 2014-03-10 09:03:39\tno level\t10.232.60.18\tx
        """)
    void whatStandsBeforeTheMessage(String text, String time, String host, String program, String message) {
        Line line = strip(text, new Assumed(Assumed.Choice.NONE, FILE));
        assertEquals(
                Arrays.asList(time, host, program, message),
                Arrays.asList(
                        line.time == Connection.NO_TIME
                                ? null
                                : Instant.EPOCH.plusNanos(line.time).toString(),
                        orNull(text, line.hostFrom, line.hostTo),
                        orNull(text, line.programFrom, line.programTo),
                        text.substring(line.from, line.to)));
    }

    @Test
    void theAnalystSaysZoneAndYear() {
        Assumed said = new Assumed(new Assumed.Choice(ZoneId.of("Europe/Berlin"), 2024), FILE);
        Line line = strip("Jul  3 19:10:30 h app: x", said);
        assertEquals(Instant.parse("2024-07-03T17:10:30Z"), Instant.EPOCH.plusNanos(line.time));
        assertEquals(List.of(), said.notes());
    }

    @Test
    void whatWasAssumedIsNotedOnlyWhereItWasNeeded() {
        Assumed assumed = new Assumed(Assumed.Choice.NONE, FILE);
        strip("<14>1 2026-01-02T03:04:05Z srx RT_FLOW - - x", assumed);
        assertEquals(List.of(), assumed.notes());
        strip("Jul  3 2026 19:10:30 h app: x", assumed);
        assertEquals(List.of("times have no zone: taken as UTC (--zone)"), assumed.notes());
        strip("Jul  3 19:10:30 h app: x", assumed);
        assertEquals(
                List.of(
                        "times have no zone: taken as UTC (--zone)",
                        "dates have no year: taken from the date of the file, 2026-03-10 (--year)"),
                assumed.notes());
    }

    private static Line strip(String text, Assumed assumed) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        Line line = new Line();
        line.bytes = Arrays.copyOf(bytes, bytes.length + Words.PAD);
        line.to = bytes.length;
        new Syslog(new LocalTimes(assumed)).strip(line);
        return line;
    }

    private static String orNull(String text, int from, int to) {
        return from == to ? null : text.substring(from, to);
    }
}
