package org.rpcscope.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines as other versions, settings and forwarders write them: each is read, with its time and both ends. */
class FirewallVariantsTest {

    private static void reads(String format, String line, String row) {
        TextLogs.Result result = TextLogs.read(format, line);
        assertEquals(List.of(List.of(row), List.of()), List.of(result.rows(), result.problems()), line);
    }

    @Test
    void thePriorityOfSyslogIsNoPartOfTheFirstPair() {
        reads(
                "fortigate",
                "<189>date=2026-07-15 time=13:24:43 devname=FGT logid=0000000013 type=traffic subtype=forward"
                        + " srcip=fd00::5 srcport=51235 dstip=2001:db8::9 dstport=135 proto=6 action=deny duration=0"
                        + " sentbyte=0 rcvdbyte=0",
                "2026-07-15T13:24:43Z +0s fd00::5 51235 > 2001:db8::9 135 tcp blocked deny 0/0 -1/-1 host=FGT");
        reads(
                "sonicwall",
                "<134>id=firewall sn=0017C5000000 time=\"2026-07-15 13:24:42\" fw=198.51.100.7 pri=6 m=537"
                        + " src=10.1.1.5:51234:X0 dst=203.0.113.9:135:X1 proto=tcp/135 sent=1200 rcvd=3400",
                "2026-07-15T13:24:42Z +0s 10.1.1.5 51234 > 203.0.113.9 135 tcp established null 1200/3400 -1/-1"
                        + " host=198.51.100.7");
    }

    @Test
    void aLineWithoutAnyTimeHasTheDateOfItsFileWhateverItsDuration() {
        reads(
                "fortigate",
                "logid=0000000013 type=traffic srcip=10.1.1.5 srcport=51235 dstip=203.0.113.9 dstport=135 proto=6"
                        + " action=deny duration=7",
                "2026-11-24T00:00:00Z +0s 10.1.1.5 51235 > 203.0.113.9 135 tcp blocked deny -1/-1 -1/-1");
    }

    @Test
    void pairsMayStandInQuotesAsAWhole() {
        reads(
                "fortigate",
                "\"date=2026-07-15\",\"time=13:24:46\",\"devname=F G"
                        + " T\",\"logid=0000000013\",\"type=traffic\",\"srcip=10.1.1.7\","
                        + "\"srcport=51237\",\"dstip=203.0.113.9\",\"dstport=135\",\"proto=6\",\"action=accept\"",
                "2026-07-15T13:24:46Z +0s 10.1.1.7 51237 > 203.0.113.9 135 tcp attempt accept -1/-1 -1/-1 host=F G T");
    }

    @Test
    void routersNumberTheirMessagesBeforeTheDate() {
        String rest = "%SEC-6-IPACCESSLOGP: list 101 denied tcp 10.1.1.5(51236) -> 203.0.113.10(135), 1 packet";
        reads(
                "cisco-ios",
                "000031: Mar  1 18:46:11.101 UTC: " + rest,
                "2026-03-01T18:46:11.101Z +0s 10.1.1.5 51236 > 203.0.113.10 135 tcp blocked denied -1/-1 -1/-1"
                        + " policy=101");
        reads(
                "cisco-ios",
                "<189>29: *Mar  1 18:46:11: " + rest,
                "2026-03-01T18:46:11Z +0s 10.1.1.5 51236 > 203.0.113.10 135 tcp blocked denied -1/-1 -1/-1 policy=101");
        reads(
                "cisco-ios",
                "router1 45: Mar  1 2026 18:46:12: " + rest,
                "2026-03-01T18:46:12Z +0s 10.1.1.5 51236 > 203.0.113.10 135 tcp blocked denied -1/-1 -1/-1 policy=101");
    }

    @Test
    void connectionsThatPassTheInspectionAreBuiltFromOneEnd() {
        reads(
                "cisco-asa",
                "Jul 15 2026 13:24:42: %ASA-6-302303: Built TCP state-bypass connection 22 from inside:10.1.1.5/51240"
                        + " (10.1.1.5/51240) to outside:203.0.113.9/135 (203.0.113.9/135)",
                "2026-07-15T13:24:42Z +0s 10.1.1.5 51240 > 203.0.113.9 135 tcp attempt Built -1/-1 -1/-1");
    }

    @Test
    void leefMayHaveBarsBetweenItsPairs() {
        reads(
                "palo-alto",
                "LEEF:1.0|Palo Alto Networks|PAN-OS Syslog Integration|9.1|allow|cat=TRAFFIC|devTime=1784121886000"
                    + "|src=10.1.1.8|dst=203.0.113.9|srcPort=51238|dstPort=135|proto=tcp|action=allow|srcBytes=1200|dstBytes=3400",
                "2026-07-15T13:24:46Z +0s 10.1.1.8 51238 > 203.0.113.9 135 tcp established allow 1200/3400 -1/-1");
    }

    @Test
    void checkPointWritesPairsBetweenBarsForSplunk() {
        reads(
                "check-point",
                "time=1784121885|hostname=gw|product=VPN-1 & FireWall-1|action=Accept|src=10.1.1.7|s_port=51237"
                        + "|dst=203.0.113.9|service=135|proto=6|rule_name=let it out|",
                "2026-07-15T13:24:45Z +0s 10.1.1.7 51237 > 203.0.113.9 135 tcp attempt Accept -1/-1 -1/-1 policy=let"
                        + " it out");
    }

    @Test
    void checkPointPrintsPairsBehindWords() {
        reads(
                "check-point",
                "15Jul2026 13:24:45 accept 198.51.100.7 >eth0 src: 10.1.1.7; dst: 203.0.113.9; proto: tcp;"
                        + " product: VPN-1 & FireWall-1; service: 135; s_port: 51237; rule: 4;",
                "2026-07-15T13:24:45Z +0s 10.1.1.7 51237 > 203.0.113.9 135 tcp attempt accept -1/-1 -1/-1"
                        + " host=198.51.100.7 policy=4");
        reads(
                "check-point",
                "15Jul2026 13:24:45   5 N/A  1 drop   gw1 > LogId: 0; ContextNum: <max_null>; inzone: Internal;"
                        + " src: fd00::5; dst: 2001:db8::9; proto: udp; service: 135; s_port: 51237; rule: ;",
                "2026-07-15T13:24:45Z +0s fd00::5 51237 > 2001:db8::9 135 udp blocked drop -1/-1 -1/-1 host=gw1");
    }

    @Test
    void sonicwallPutsAddressesOfIpv6IntoBrackets() {
        reads(
                "sonicwall",
                "id=firewall sn=1 time=\"2026-07-15 13:24:44 UTC\" fw=198.51.100.7 m=36 msg=\"TCP packet dropped\""
                        + " src=[fd00::5]:51236:X0 dst=[2001:db8::9]:135:X1 proto=tcp/135",
                "2026-07-15T13:24:44Z +0s fd00::5 51236 > 2001:db8::9 135 tcp blocked null -1/-1 -1/-1"
                        + " host=198.51.100.7");
    }

    @Test
    void watchguardCountsWhenAConnectionEnds() {
        reads(
                "watchguard",
                "Jul 15 13:24:42 M370 80AB0 firewall: msg_id=\"3000-0148\" Allow Trusted External tcp 10.1.1.5"
                        + " 203.0.113.9 51234 135 src_nat=\"198.51.100.7\" duration=\"10\" sent_bytes=\"1200\""
                        + " rcvd_bytes=\"3400\" (Outgoing-00)",
                "2026-07-15T13:24:32Z +10s 10.1.1.5 51234 > 203.0.113.9 135 tcp established Allow 1200/3400 -1/-1"
                        + " host=M370 policy=Outgoing-00");
    }

    @Test
    void olderVersionsOfNfdumpNameTheirTimesOtherwise() {
        reads(
                "netflow-json",
                "{\"type\":\"FLOW\",\"t_first\":\"2026-07-15T13:24:42.123\",\"t_last\":\"2026-07-15T13:24:52.123\",\"proto\":6,"
                    + "\"src4_addr\":\"10.1.1.5\",\"dst4_addr\":\"203.0.113.9\",\"src_port\":51234,\"dst_port\":135,"
                    + "\"in_packets\":10,\"in_bytes\":1200}",
                "2026-07-15T13:24:42.123Z +10s 10.1.1.5 51234 > 203.0.113.9 135 tcp attempt null 1200/-1 10/-1");
    }
}
