package org.rpcscope.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Detector;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.Weights;

/** Which sessions pass which filter. */
class SessionFilterTest {

    private static final UUID SVCCTL = UUID.fromString("367abb81-9844-35f1-ad32-98f038001003");
    private static final int ANSWERED =
            Evidence.SYN | Evidence.SYN_ACK | Evidence.SOURCE_PAYLOAD | Evidence.DESTINATION_PAYLOAD;

    private final Pools pools = new Pools();
    private final ObservationTable capture = new ObservationTable(new Input("/case/corp.pcapng", "pcapng", 1), pools);
    private final ObservationTable log = new ObservationTable(new Input("/case/conn.log", "zeek", 2), pools);
    private final Detection detection = detection();

    /** Sessions A to F, named by the order of their starts. */
    private Detection detection() {
        int a = session(capture, 0, "10.20.4.31", 49812, "45.148.10.77", 135, ANSWERED | Evidence.DCE_RPC);
        capture.count(a, 4096, 1024, 9, 7);
        capture.converse(a, conversation());
        session(capture, 1, "10.20.9.200", 50001, "185.12.64.3", 135, Evidence.SYN);
        session(capture, 2, "10.20.4.31", 50003, "10.20.1.5", 445, ANSWERED);
        session(capture, 3, "fd12:9a::44", 50004, "2a0e:97c0::77", 135, Evidence.SYN | Evidence.REFUSED);
        int e = session(log, 4, "10.20.2.8", 50002, "13.107.6.152", 53, Evidence.UDP | Evidence.LOG_ESTABLISHED);
        log.describe(e, 0, 0, 0, pools.texts().intern("dns"));
        session(log, 5, "45.148.10.77", 1024, "10.20.4.31", 3389, ANSWERED);
        capture.end();
        log.end();
        return new Detector(
                        pools,
                        BundledRules.load().stream().map(BundledRule::rule).toList(),
                        Profile.defaults()
                                .withPartner(List.of(
                                        new NetworkEntry("13.107.0.0/16", true, "name service", "Microsoft"),
                                        new NetworkEntry("2a0e:97c0::/32", true, "")))
                                .networks(1),
                        Weights.defaults())
                .run(List.of(capture, log));
    }

    private static Conversation conversation() {
        return new Conversation(
                List.of(new Binding(new InterfaceId(SVCCTL, 2, 0), Binding.Result.ACCEPTED)),
                List.of(Calls.captured(SVCCTL, 12, 1, 0), Calls.logged("samr", "SamrEnumerateDomainsInSamServer", 1)),
                List.of(new Authentication(
                        "ntlm", "packet", "LAB", "svc backup", "WS-0431", null, Authentication.Outcome.ACCEPTED)),
                List.of(),
                List.of(),
                Set.of());
    }

    private int session(
            ObservationTable table, long start, String source, int from, String destination, int to, int evidence) {
        int row = table.reserve(1);
        int opener = pools.addresses().intern(IpAddress.parse(source));
        int other = pools.addresses().intern(IpAddress.parse(destination));
        table.open(row, opener, other, from << 16 | to, start, start);
        table.see(row, start, evidence | Evidence.DIRECTION_KNOWN);
        return row;
    }

    private String passing(String text) {
        Filter filter = Filter.parse(text);
        assertEquals(List.of(), filter.faults());
        SessionFilter sessions =
                new SessionFilter(filter.query(), detection, new ConversationNames(Interfaces.bundled()));
        List<String> letters = new ArrayList<>();
        for (int session : sessions.of(new int[] {0, 1, 2, 3, 4, 5}, new Progress())) {
            letters.add(Character.toString('A' + session));
        }
        return String.join("", letters);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.20.4.31 | ACF",
                "ip:10.20.4.31 | ACF",
                "src:10.20.4.31 | AC",
                "dst:10.20.4.31 | F",
                "-src:10.20.4.31 | BDEF",
                "10.20.4. | ACF",
                "src:10.0.0.0/8 dst:10.0.0.0/8 | C",
                "src:10.20.4.31,10.20.9.200 | ABC",
                "2a0e:97c0::/32 | D",
                "::/0 | D",
                "port:135 | ABD",
                "port:135-445 | ABCD",
                "src.port:50001 | B",
                "135 | ABD",
                "tier:confirmed,blocked | AD",
                "not tier:e | ABD",
                "zone:external | ABDEF",
                "dst.zone:external | ABDE",
                "src.zone:external | F",
                "partner:micro | E",
                "partner:NAME | E",
                "-partner:* | ABCF",
                "direction:inbound | F",
                "transport:udp | E",
                "outcome:success | ACEF",
                "service:DNS | E",
                "service:dce_rpc | A",
                "interface:svcctl | A",
                "interface:367abb81 | A",
                "interface:samr | A",
                "-interface:svcctl port:135 | BD",
                "op:CreateServiceW | A",
                "op:samrenum | A",
                "stage:execution | A",
                "-stage:execution port:135 | BD",
                "op:opnum | ''",
                "user:lab\\svc | A",
                "user:\"svc backup\" | A",
                "rule:rpc | ABD",
                "rule:nosuchrule | ''",
                "file:conn.log | EF",
                "svc | A",
                "attempt | B",
                "dns | E",
                "corp.pcapng | ''",
                "port:135 tier:attempt or port:53 | BE",
                "port:135 (tier:attempt or tier:blocked) | BD",
                "-(port:135 or port:53) | CF",
                "port<135 | E",
                "port:>=445 | CF",
                "flagged:yes | ABD",
                "flagged:no -port:445 | EF",
                "score:>0 | ABD",
                "score:0 | CEF",
                "time:1970-01-01T00:00:00.000000002.. | CDEF",
                "time:<1970-01-01T00:00:00.000000002 | AB",
                "time:1970 duration:0s | ABCDEF",
                "bytes:5k..6k | A",
                "src.bytes>=4096 | A",
                "dst.bytes:1KiB | A",
                "packets:16 | A",
                "packets<=0 | BCDEF",
                "user:* | A",
                "-user:* port:135 | BD",
                "iface:svc?tl | A",
                "rule:*zeek* | ABD",
                "cid:1:* port:53 | E"
            })
    void aFilterLetsTheSessionsThrough(String text, String wanted) {
        assertEquals(wanted, passing(text));
    }

    @Test
    void theEmptyFilterLetsEverythingThrough() {
        assertEquals("ABCDEF", passing(""));
    }

    @Test
    void aCancelledFilterStops() {
        Progress cancelled = new Progress();
        cancelled.cancel();
        SessionFilter sessions =
                new SessionFilter(Query.EVERYTHING, detection, new ConversationNames(Interfaces.bundled()));
        assertEquals(0, sessions.of(new int[] {0, 1}, cancelled).length);
    }
}
