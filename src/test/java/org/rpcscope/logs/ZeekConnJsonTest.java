package org.rpcscope.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZeekConnJsonTest {

    private static final String LINE = "{\"ts\":1588205199.82437,\"uid\":\"C1\",\"id.orig_h\":\"10.0.1.6\","
            + "\"id.orig_p\":54243,\"id.resp_h\":\"10.0.0.4\",\"id.resp_p\":135,\"proto\":\"tcp\","
            + "\"service\":\"gssapi,dce_rpc\",\"duration\":0.001528024673461914,\"orig_bytes\":39,\"resp_bytes\":55,"
            + "\"conn_state\":\"SF\",\"local_orig\":true,\"history\":\"ShADdaFf\",\"orig_pkts\":1,\"resp_pkts\":2}\n";
    private static final String ROW = "1588205199824370000 +1528024 tcp 10.0.1.6:54243 > 10.0.0.4:135 39/55 bytes"
            + " 1/2 packets confirmed success [SF ShADdaFf gssapi,dce_rpc] 4780 at 0";

    @Test
    void anObjectBecomesARow() {
        assertResult(List.of(ROW), List.of(), LINE);
        assertResult(List.of(ROW), List.of(), LINE.stripTrailing());
        assertResult(List.of(ROW), List.of(), LINE.replace("\n", "\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id.orig_h=id_orig_h;id.resp_h=id_resp_h;id.orig_p=id_orig_p;id.resp_p=id_resp_p",
                "\"ts\":=\"x\":{\"ts\":[1,{\"a\":\"}\\\"\"}]},\"ts\":",
                ":= : ;,\"= , \";{= { ",
                "id.orig_h=id\\u002eorig_h;10.0.1.6=10\\u002e0.1.6",
                "\"uid\":\"C1\"=\"uid\":null,\"tunnel_parents\":[],\"note\":\"\\\\\\\"é\"",
                "\"uid\":\"C1\"=\"_path\":\"conn\"",
                "54243=\"54243\";1588205199.82437=\"1588205199.824370\"",
                "1588205199.82437=\"2020-04-30T00:06:39.824370Z\"",
                "1588205199.82437=\"2020-04-30T02:06:39.82437+0200\""
            })
    void theSameRecordIsWrittenInManyWays(String replacements) {
        String line = LINE;
        for (String replacement : replacements.split(";", -1)) {
            int equals = replacement.indexOf('=');
            line = line.replace(replacement.substring(0, equals), replacement.substring(equals + 1));
        }
        assertResult(List.of(ROW), List.of(), line);
    }

    @Test
    void theEndsMayStandInAnObjectAndServicesInAnArray() {
        String line = "{\"id\":{\"orig_h\":\"10.0.1.6\",\"orig_p\":54243,\"resp_h\":\"10.0.0.4\",\"resp_p\":135},"
                + "\"ts\":1,\"proto\":\"udp\",\"service\":[\"ntlm\",\"dce_rpc\"],\"conn_state\":\"SF\"}\n";
        assertResult(
                List.of("1000000000 +0 udp 10.0.1.6:54243 > 10.0.0.4:135 -1/-1 bytes -1/-1 packets confirmed success"
                        + " [SF null ntlm,dce_rpc] 4601 at 0"),
                List.of(),
                line);
        assertEquals(90, Logs.likelihood(line));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"ts\":1|not a JSON object: \"{\"ts\":1\"",
                "[1]|not a JSON object: \"[1]\"",
                "{\"ts\":1} x|not a JSON object: \"{\"ts\":1} x\"",
                "{\"ts\" 1}|not a JSON object: \"{\"ts\" 1}\"",
                "{\"ts\":\"1}|not a JSON object: \"{\"ts\":\"1}\"",
                "{\"ts\":,}|not a JSON object: \"{\"ts\":,}\"",
                "{\"ts\":{{{[[\"|not a JSON object: \"{\"ts\":{{{[[\"\"",
                "{}|there is no proto",
                "{\"proto\":\"tcp\",\"id_orig_h\":\"x\"}|\"x\" is not an address"
            })
    void aLineThatIsNoRecordIsAProblem(String bad, String reason) {
        String last = ROW.replace("at 0", "at " + (LINE.length() + bad.length() + 1));
        assertResult(
                List.of(ROW, last),
                List.of("offset " + LINE.length() + ": line 2: " + reason),
                LINE + bad + "\n" + LINE);
    }

    @Test
    void recordsOfOtherLogsInTheSameFileAreNoProblem() {
        String dns = "{\"_path\":\"dns\",\"ts\":1,\"id.orig_h\":\"10.0.0.1\",\"query\":\"example.org\"}\n";
        String icmp = LINE.replace("tcp", "icmp").replace(":135", ":0");
        assertResult(List.of(ROW.replace("at 0", "at " + (dns + icmp).length())), List.of(), dns + icmp + LINE);
        assertEquals(90, Logs.likelihood(dns + LINE));
    }

    @Test
    void theFormatIsDetectedFromTheMembersAlone() {
        assertEquals(90, Logs.likelihood(LINE));
        assertEquals(90, Logs.likelihood(LINE.replace("id.", "id_")));
        assertEquals(
                90,
                Logs.likelihood(
                        LINE.replace("conn_state", "x").replace("uid", "_path").replace("C1", "conn")));
        assertEquals(0, Logs.likelihood(LINE.replace("conn_state", "x")));
        assertEquals(0, Logs.likelihood("{\"_path\":\"dce_rpc\"," + LINE.substring(1)));
        assertEquals(0, Logs.likelihood("{\"a\":1}\n"));
        assertEquals(0, Logs.likelihood("{"));
    }

    private static void assertResult(List<String> rows, List<String> problems, String log) {
        assertEquals(new Logs.Result(rows, problems), Logs.read(log));
    }
}
