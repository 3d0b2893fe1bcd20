package org.rpcscope.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpcscope.input.Assumed;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.Problems;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Tier;

/** What makes of firewalls and flow records have of their own: who opened, what was translated, which records go together. */
class FirewallLogsTest {

    /** A folder holds other files too; a word in the place of a log's word makes no log of them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "   the terms of the License, either\n   version 2 of the License, or any later\nversion.\n",
                "#ifndef LOCK_H\n#define LOCK_H\n/* to open a lock\n * never drop it\n */\n",
                "\"Changes\" of this version are so many that one would need a page for each of them all\n",
            })
    void proseIsNoLog(String text) {
        InputFormat.Head head = new InputFormat.Head(text.getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.empty(), TextLogs.formats().detect(head).map(InputFormat::name));
    }

    @Test
    void builtAndTeardownAreOneSessionWhoseInsideEndOpenedIt() {
        assertEquals(
                new TextLogs.Result(
                        List.of("2026-11-24T09:00:10Z +30s 10.20.4.31 49711 > 45.148.10.77 135 tcp established Built"
                                + " -1/-1 -1/-1 user=LOCAL\\alice host=asa01"),
                        List.of(),
                        List.of("times have no zone: taken as UTC (--zone)")),
                TextLogs.read(
                        "?",
                        "Nov 24 2026 09:00:10 asa01 : %ASA-6-302013: Built outbound TCP connection 5 for"
                                + " outside:45.148.10.77/135 (45.148.10.77/135) to inside:10.20.4.31/49711"
                                + " (146.70.81.1/2211)(LOCAL\\alice)",
                        "Nov 24 2026 09:00:20 asa01 : %ASA-5-111008: User 'admin' executed the 'show' command.",
                        "Nov 24 2026 09:00:30 asa01 sshd[3]: a line of another program",
                        "Nov 24 2026 09:00:40 asa01 : %ASA-6-302014: Teardown TCP connection 5 for"
                                + " outside:45.148.10.77/135 to inside:10.20.4.31/49711 duration 0:00:30 bytes 1024 TCP"
                                + " FINs"));
    }

    /** The reason of the end, what was counted, and the seconds. */
    @ParameterizedTest
    @CsvSource({
        "0:00:30, 0, SYN Timeout, ATTEMPT",
        "0:00:00, 0, TCP Reset-O from outside, BLOCKED",
        "0:00:09, 0, TCP Reset-O from outside, ATTEMPT",
        "0:00:00, 512, TCP Reset-I from inside, ESTABLISHED",
        "0:00:00, 0, Flow denied by access-list, BLOCKED",
        "1:00:00, 99, Connection timeout, ESTABLISHED"
    })
    void theReasonOfTheEndTellsTheTier(String duration, long bytes, String reason, Tier tier) {
        ObservationTable table = TextLogs.table(
                "cisco-asa",
                ("Nov 24 2026 09:00:40: %ASA-6-302014: Teardown TCP connection 5 for outside:45.148.10.77/135 to"
                                + " inside:10.20.4.31/49711 duration " + duration + " bytes " + bytes + " " + reason)
                        .getBytes(StandardCharsets.UTF_8),
                new Problems(),
                Assumed.nothing());
        assertEquals(tier, Tier.of(table.evidence(0)));
        assertEquals(135, table.destinationPort(0));
    }

    @Test
    void tooManyOrBadLinesAreProblemsWithTheirPlace() {
        assertEquals(
                List.of(
                        "offset 0: line 1: \"inside:somewhere/1\" has no address and port",
                        "offset 103: line 2: this is no line of cisco-asa"),
                TextLogs.read(
                                "cisco-asa",
                                "%ASA-6-302013: Built inbound TCP connection 1 for inside:somewhere/1 (1.2.3.4/1) to"
                                        + " dmz:10.0.0.1/2 (x)",
                                "what is this",
                                "Nov 24 2026 09:00:30 asa01 sshd[3]: a line of another program")
                        .problems());
    }

    /** A flow record in each direction, in spans, is one session; a SYN alone says who opened it. */
    @Test
    void flowsOfBothWaysAreOneSession() {
        String header = "version srcaddr dstaddr srcport dstport protocol packets bytes start end action log-status"
                + " pkt-srcaddr tcp-flags";
        assertEquals(
                List.of(
                        "2026-11-24T09:00:00Z +130s 10.20.4.31 49711 > 45.148.10.77 135 tcp established ACCEPT 900/700"
                                + " 9/7",
                        "2026-11-24T09:00:00Z +0s 10.20.4.31 49712 > 45.148.10.78 135 tcp blocked ACCEPT 60/40 1/1",
                        "2026-11-24T09:10:00Z +0s 10.20.4.31 49711 > 45.148.10.77 135 tcp attempt ACCEPT 60/-1 1/-1"),
                TextLogs.read(
                                "?",
                                header,
                                "5 45.148.10.77 10.20.4.31 135 49711 6 7 700 1795510800 1795510805 ACCEPT OK - -",
                                "5 146.70.81.1 45.148.10.77 49711 135 6 5 500 1795510800 1795510860 ACCEPT OK"
                                        + " 10.20.4.31 3",
                                "5 10.20.4.31 45.148.10.78 49712 135 6 1 60 1795510800 1795510800 ACCEPT OK - 2",
                                "5 45.148.10.78 10.20.4.31 135 49712 6 1 40 1795510800 1795510800 ACCEPT OK - 20",
                                "5 - - - - - - - 1795510800 1795510860 - NODATA - -",
                                "5 10.20.4.31 45.148.10.77 49711 135 6 4 400 1795510870 1795510930 ACCEPT OK - 1",
                                "5 10.20.4.31 45.148.10.77 49711 135 6 1 60 1795511400 1795511400 ACCEPT OK - 2")
                        .rows());
    }

    @Test
    void panosKnowsTheApplicationAndTheSourceBeforeTranslation() {
        String head =
                "1,2026/11/24 10:00:05,0,TRAFFIC,end,2817,2026/11/24 10:00:05,10.20.4.31,45.148.10.77,146.70.81.1,"
                    + "45.148.10.77,out,lab\\alice,,APP,vsys1,a,b,e1,e2,log,x,77,1,49711,135,2211,135,0x0,tcp,ACTION,4090,1700,2390,17,2026/11/24"
                    + " 10:00:00,5,any,0,1,0x0,,,0,9,8,REASON,0,0,0,0,,PA1,from-policy";
        String zone = ",,,,,,,2026-11-24T10:00:05.123+01:00";
        assertEquals(
                List.of(
                        "2026-11-24T09:00:00Z +5s 10.20.4.31 49711 > 45.148.10.77 135 tcp confirmed allow 1700/2390 9/8"
                                + " user=lab\\alice host=PA1 policy=out service=msrpc-base",
                        "2026-11-24T10:00:00Z +5s 10.20.4.31 49711 > 45.148.10.77 135 tcp established allow 1700/2390"
                                + " 9/8 user=lab\\alice host=PA1 policy=out service=ssl",
                        "2026-11-24T10:00:00Z +5s 10.20.4.31 49711 > 45.148.10.77 135 tcp blocked allow 1700/2390 9/8"
                                + " user=lab\\alice host=PA1 policy=out service=incomplete",
                        "2026-11-24T10:00:00Z +5s 10.20.4.31 49711 > 45.148.10.77 135 tcp blocked deny 1700/2390 9/8"
                                + " user=lab\\alice host=PA1 policy=out service=msrpc"),
                TextLogs.read(
                                "?",
                                head.replace("APP", "msrpc-base").replace("ACTION", "allow") + zone,
                                head.replace("APP", "ssl").replace("ACTION", "allow"),
                                head.replace("APP", "incomplete")
                                        .replace("ACTION", "allow")
                                        .replace("REASON", "tcp-rst-from-server"),
                                head.replace("APP", "msrpc").replace("ACTION", "deny"))
                        .rows());
    }

    @Test
    void junosWritesSentencesToo() {
        String ends =
                "10.20.4.31/49711->45.148.10.77/135 0x0 junos-ms-rpc-tcp 146.70.81.1/2211->45.148.10.77/135 0x0 N/A N/A"
                        + " N/A N/A 6 outbound trust untrust 77";
        assertEquals(
                List.of(
                        "2026-11-24T09:00:10Z +5s 10.20.4.31 49711 > 45.148.10.77 135 tcp established"
                                + " RT_FLOW_SESSION_CREATE 1700/2390 9/8 host=srx1 policy=outbound",
                        "2026-11-24T09:00:20Z +0s 10.20.4.31 49714 > 45.148.10.78 135 tcp blocked RT_FLOW_SESSION_DENY"
                                + " -1/-1 -1/-1 host=srx1 policy=no-rpc",
                        "2026-11-24T09:00:30Z +1s fd12:9a::1f:44 49715 > 2a0e:97c0::77 135 tcp blocked"
                                + " RT_FLOW_SESSION_CLOSE 60/40 1/1 host=srx1 policy=p"),
                TextLogs.read(
                                "?",
                                "Nov 24 09:00:10 srx1 RT_FLOW: RT_FLOW_SESSION_CREATE: session created " + ends
                                        + " N/A(N/A) ge-0/0/1.0 UNKNOWN",
                                "Nov 24 09:00:15 srx1 RT_FLOW: RT_FLOW_SESSION_CLOSE: session closed TCP FIN: " + ends
                                        + " 9(1700) 8(2390) 5 UNKNOWN UNKNOWN N/A(N/A) ge-0/0/1.0",
                                "Nov 24 09:00:20 srx1 RT_FLOW: RT_FLOW_SESSION_DENY: session denied"
                                        + " 10.20.4.31/49714->45.148.10.78/135 0x0 junos-ms-rpc-tcp 6(0) no-rpc trust"
                                        + " untrust",
                                "Nov 24 09:00:25 srx1 mgd[8]: UI_CHILD_START: Starting child '/usr/libexec/ui/ntpsync'",
                                "Nov 24 09:00:31 srx1 RT_FLOW: RT_FLOW_SESSION_CLOSE: session closed TCP RST:"
                                        + " fd12:9a::1f:44/49715->2a0e:97c0::77/135 None None 6 p a b 9 1(60) 1(40) 1")
                        .rows());
    }

    @Test
    void aSentenceWithoutItsFirstWordsIsAProblem() {
        assertEquals(
                List.of("offset 0: line 1: there is no source address"),
                TextLogs.read("juniper-srx", "x_SESSION_10.0.0.1/2->10.0.0.3/4 6 p a b 9")
                        .problems());
    }

    /** The service of FortiGate follows from the port. */
    @ParameterizedTest
    @CsvSource({
        "close, 1700, 2390, 9, 8, ESTABLISHED",
        "server-rst, 60, 40, 1, 1, BLOCKED",
        "server-rst, 1700, 2390, 9, 8, ESTABLISHED",
        "timeout, 180, 0, 3, 0, ATTEMPT",
        "ip-conn, 180, 120, 3, 2, ATTEMPT",
        "deny, 0, 0, 0, 0, BLOCKED",
        "accept, 0, 0, 0, 0, ATTEMPT"
    })
    void fortigatesActionAndCountersTellTheTier(String action, int sent, int received, int out, int in, Tier tier) {
        String line = "date=2026-11-24 time=10:00:05 devname=\"F\" eventtime=1795510805000000000 tz=\"+0100\""
                + " logid=\"0000000013\" type=\"traffic\" subtype=\"forward\" srcip=10.20.4.31 srcport=49711"
                + " dstip=45.148.10.77 dstport=135 sessionid=1 proto=6 action=\"" + action + "\" service=\"DCE-RPC\""
                + " app=\"DCE-RPC\" transip=146.70.81.1 sentbyte=" + sent + " rcvdbyte=" + received + " sentpkt=" + out
                + " rcvdpkt=" + in;
        ObservationTable table =
                TextLogs.table("fortigate", line.getBytes(StandardCharsets.UTF_8), new Problems(), Assumed.nothing());
        assertEquals(tier, Tier.of(table.evidence(0)));
    }

    @Test
    void everyTryOfAClientIsTheSameSession() {
        String line =
                "Nov 24 09:00:0SECOND gw kernel: [UFW BLOCK] IN=lan0 OUT=wan0 SRC=10.20.4.31 DST=45.148.10.78 LEN=60"
                        + " PROTO=TCP SPT=49714 DPT=135 WINDOW=64240 SYN URGP=0";
        assertEquals(
                List.of("2026-11-24T09:00:01Z +6s 10.20.4.31 49714 > 45.148.10.78 135 tcp blocked BLOCK -1/-1 -1/-1"
                        + " host=gw"),
                TextLogs.read(
                                "?",
                                line.replace("SECOND", "1"),
                                line.replace("SECOND", "3"),
                                line.replace("SECOND", "7"))
                        .rows());
    }

    @Test
    void theHeaderOfTheWindowsFirewallNamesTheColumnsAndTheZone() {
        assertEquals(
                new TextLogs.Result(
                        List.of("2026-11-24T09:00:00Z +0s 10.20.4.31 49711 > 45.148.10.77 135 tcp blocked DROP -1/-1"
                                + " -1/-1"),
                        List.of("offset 222: line 6: there is no port"),
                        List.of()),
                TextLogs.read(
                        "?",
                        "#Version: 1.5",
                        "#Time Format: UTC",
                        "#Fields: date time action protocol src-ip dst-ip src-port dst-port size",
                        "2026-11-24 09:00:00 DROP TCP 10.20.4.31 45.148.10.77 49711 135 52",
                        "2026-11-24 09:00:01 INFO-EVENTS-LOST - - - - - - 59",
                        "2026-11-24 09:00:02 DROP TCP 10.20.4.31 45.148.10.77 49711"));
    }

    /** The answer is the same for any cut of the input into chunks. */
    @Test
    void whereChunksEndChangesNothing() {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            String ends =
                    " for outside:45.148.10.77/135 (45.148.10.77/135) to inside:10.20.4.31/" + (40_000 + i) + " (x)\n";
            log.append("Nov 24 2026 09:00:10: %ASA-6-302013: Built outbound TCP connection ")
                    .append(i)
                    .append(ends);
            int other = i * 7 % 400;
            log.append("Nov 24 2026 09:10:10: %ASA-6-302014: Teardown TCP connection ")
                    .append(other);
            log.append(" for outside:45.148.10.77/135 to inside:10.20.4.31/").append(40_000 + other);
            log.append(" duration 0:00:30 bytes 9 TCP FINs\n");
        }
        byte[] bytes = log.toString().getBytes(StandardCharsets.UTF_8);
        List<String> whole = TextLogs.read("cisco-asa", bytes).rows();
        for (int chunk : new int[] {300, 1000, 7777}) {
            assertEquals(whole, TextLogs.cut("cisco-asa", bytes, chunk), "chunks of " + chunk);
        }
    }
}
