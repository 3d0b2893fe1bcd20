package org.rpcscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.rpcscope.job.Progress;
import org.rpcscope.net.Networks;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.Weights;

class SuggestionsTest {

    private static final int OPEN = Spoken.OPEN;
    private static final int REFUSED = Evidence.SYN | Evidence.REFUSED;

    private final List<Observed> rows = new ArrayList<>();

    private void seen(String source, String destination, int port, int evidence) {
        rows.add(new Observed(source, destination, port, evidence));
    }

    private List<String> suggested() {
        return Suggestions.of(Observed.judged(rows), new Progress()).stream()
                .map(each -> each.kind() + " " + each.list().id() + " " + each.network() + ": " + each.reason())
                .toList();
    }

    @Test
    void hostsThatManyServersAnswerBehaveAsInternal() {
        for (int server = 1; server <= 6; server++) {
            for (int host = 1; host <= 3; host++) {
                seen("195.60.8." + host, "10.0.0." + server, 445, OPEN);
                seen("185.12.64." + host, "10.0.0." + server, 445, REFUSED); // a scan
            }
        }
        assertEquals(
                List.of("BEHAVES_AS_INTERNAL internal 195.60.8.0/24: 3 hosts of it open sessions to 6 internal servers,"
                        + " and 18 of 18 are answered"),
                suggested());
    }

    @Test
    void whoGoesOutStandsOnThisSide() {
        for (int peer = 1; peer <= 11; peer++) {
            for (int host = 1; host <= 3; host++) {
                seen("195.60.8." + host, "8.8." + peer + ".8", 443, OPEN);
            }
        }
        assertEquals(
                List.of("GOES_OUT internal 195.60.8.0/24: 3 hosts of it open sessions to 11 external addresses: they"
                        + " stand on this side of the Internet"),
                suggested());
    }

    @Test
    void aSpecialBlockInUseIsNamedAndAGroupIsNot() {
        seen("100.64.3.4", "10.0.0.1", 445, OPEN);
        seen("10.0.0.1", "224.0.0.251", 5353, OPEN);
        seen("10.0.0.1", "169.254.1.1", 80, OPEN);
        assertEquals(
                List.of("SPECIAL_IN_USE internal 100.64.0.0/10: 1 of its addresses open or answer sessions: somebody"
                        + " uses this block, shared address space (CGNAT) (RFC 6598)"),
                suggested());
    }

    @Test
    void whatHalfOfTheHostsUseIsAServiceUnlessItIsAPartner() {
        for (int host = 1; host <= 8; host++) {
            seen("10.0.0." + host, "10.0.1.1", 445, OPEN);
            if (host <= 4) {
                seen("10.0.0." + host, "13.107.6.152", 135, Evidence.SYN);
            }
            if (host <= 3) {
                seen("10.0.0." + host, "45.148.10.77", 135, Evidence.SYN);
            }
        }
        assertEquals(
                List.of("SERVICE partner 13.107.6.152/32: 4 of 8 internal hosts use it: more likely a service than an"
                        + " intruder"),
                suggested());
        Detection known = Observed.judged(rows)
                .under(Profile.defaults()
                        .withPartner(List.of(new NetworkEntry("13.107.6.0/24", true, "")))
                        .networks(1));
        assertEquals(List.of(), Suggestions.of(known, new Progress()));
    }

    @Test
    void aServerOfAPrivateNameIsNamedWithADoubt() {
        Pools pools = new Pools();
        ObservationTable table = Observed.open(pools, 1);
        said("195.60.8.9", "ntlm", "dc1.corp.local", Authentication.Outcome.ACCEPTED)
                .append(table);
        said("195.60.8.10", "kerberos", "cifs/files.ad.internal@AD.INTERNAL", Authentication.Outcome.ACCEPTED)
                .append(table);
        said("195.60.8.11", "ntlm", "dc2.corp.local", Authentication.Outcome.DENIED)
                .append(table);
        said("195.60.8.12", "ntlm", "mail.example.com", Authentication.Outcome.ACCEPTED)
                .append(table);
        table.end();
        Detection detection =
                new Detector(pools, List.of(), Networks.defaults(), Weights.defaults()).run(List.of(table));
        assertEquals(
                List.of(
                        "195.60.8.9/32 it calls itself dc1.corp.local and let a client in; a server of an intruder can"
                                + " say the same",
                        "195.60.8.10/32 a ticket for files.ad.internal was accepted there"),
                Suggestions.of(detection, new Progress()).stream()
                        .map(each -> each.network() + " " + each.reason())
                        .toList());
    }

    private static Spoken said(String server, String type, String service, Authentication.Outcome outcome) {
        Conversation conversation = new Conversation(
                List.of(),
                List.of(),
                List.of(new Authentication(type, null, "CORP", "svc", "WS1", service, outcome)),
                List.of(),
                List.of(),
                Set.of());
        return new Spoken("10.0.0.1 50001", server + " 135", 1, 2, Spoken.RPC, conversation);
    }

    @Test
    void nothingSpeaksOfNothing() {
        assertEquals(List.of(), Suggestions.of(Detection.none(Networks.defaults()), new Progress()));
        seen("10.0.0.1", "45.148.10.77", 135, OPEN);
        assertEquals(List.of(), suggested());
    }

    @Property(tries = 100)
    void aSketchIsCloseToTheTruth(
            @ForAll @IntRange(max = 1_000) int many, @ForAll @IntRange(max = 1_000_000) int from) {
        Sketch sketch = new Sketch();
        for (int i = 0; i < many; i++) {
            sketch.add(from + i);
            sketch.add(from + i);
        }
        double off = Math.abs(sketch.count() - many);
        assertTrue(off <= Math.max(1.5, 0.2 * many), () -> many + " counted as " + sketch.count());
    }
}
