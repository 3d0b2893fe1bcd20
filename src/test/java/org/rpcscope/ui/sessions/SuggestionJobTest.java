package org.rpcscope.ui.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Detector;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.filter.SessionSets;
import org.rpcscope.filter.Unfinished;
import org.rpcscope.job.Progress;
import org.rpcscope.job.Workers;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.NetworkLine;
import org.rpcscope.net.Networks;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.Marks;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.tuning.Weights;

/** What a term may go on with where values are not counted: likely ones, with how many sessions each would leave. */
class SuggestionJobTest {

    private static final long START = 1_795_513_267_000_000_000L; // 2026-11-24 09:41:07 UTC

    private final SessionSets sets = new SessionSets(new ConversationNames(Interfaces.bundled()), new Workers(1));
    private final Detection detection = detection();

    private static Detection detection() {
        Pools pools = new Pools();
        ObservationTable table = new ObservationTable(new Input("a.pcap", "test", 1), pools);
        for (int i = 0; i < 4; i++) {
            int row = table.reserve(1);
            int source = pools.addresses().intern(IpAddress.parse("10.0.0.1"));
            int destination = pools.addresses().intern(IpAddress.parse("45.0.0." + i));
            long start = START + i * 40_000_000_000_000L;
            table.open(row, source, destination, 50_000 << 16 | 135, start, i);
            table.count(row, (long) Math.pow(100, i), 0, 1, 1);
            table.see(row, start, Evidence.DIRECTION_KNOWN);
        }
        table.end();
        NetworkLine partner = new NetworkLine(
                Cidr.around(IpAddress.parse("45.0.0.2"), 32), NetworkLine.PARTNER, "line 1", "payroll", "Contoso, Ltd");
        return new Detector(pools, List.of(), Networks.of(1, List.of(partner)), Weights.defaults()).run(List.of(table));
    }

    private List<Suggestion> suggested(String text) {
        Unfinished.Value value = (Unfinished.Value) Objects.requireNonNull(Unfinished.at(text, text.length()));
        return new SuggestionJob(detection, sets, Marks.NONE, Scope.ALL, value, 9).run(new Progress());
    }

    @Test
    void aComparisonGoesOnWithRoundNumbers() {
        assertEquals(
                List.of(new Suggestion("10k", 2), new Suggestion("100k", 1), new Suggestion("10M", 0)),
                suggested("bytes>=1").stream()
                        .filter(each -> each.text().startsWith("10"))
                        .filter(each -> !each.text().equals("100M"))
                        .toList());
        assertEquals(new Suggestion(">=1k", 2), suggested("bytes:").getFirst());
        assertEquals(List.of(new Suggestion("1024", 0), new Suggestion("49152", 0)), suggested("port>"));
    }

    @Test
    void aTimeGoesOnWithTheDaysOfTheData() {
        assertEquals(
                List.of(
                        new Suggestion(">=2026-11-24", 4),
                        new Suggestion(">=2026-11-25", 2),
                        new Suggestion(">=2026-11-25T19:00", 1)),
                suggested("time:"));
    }

    @Test
    void aPartnerGoesOnWithTheKnownOnes() {
        assertEquals(List.of(new Suggestion("Contoso, Ltd", 1), new Suggestion("payroll", 1)), suggested("partner:"));
        assertEquals(List.of(new Suggestion("payroll", 1)), suggested("partner:roll"));
    }
}
