package org.rpcscope.ui.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Observed;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.Marks;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.ui.fx.Times;

/** What is found, held against every cell read out. */
class SearchJobTest {

    private static final ConversationNames NAMES = new ConversationNames(Interfaces.bundled());
    private static final long START = 1_795_513_267_000_000_000L;
    private static final Times TIMES = Times.named("Europe/Berlin");

    private final Detection detection = detection();
    private final Listing listing = new Listing(
            detection,
            IntStream.range(0, 300).map(i -> (i * 7) % 300).toArray(),
            300,
            -1,
            -1,
            new Listing.Longest(0, 0),
            null);

    private static Detection detection() {
        Random random = new Random(5);
        Pools pools = new Pools();
        ObservationTable table = new ObservationTable(new Input("Corp-7.pcap", "test", 1), pools);
        for (int i = 0; i < 300; i++) {
            int row = table.reserve(1);
            String host = random.nextBoolean() ? "10.0.0." : "fd00::";
            int source = pools.addresses().intern(IpAddress.parse(host + random.nextInt(9)));
            int destination = pools.addresses().intern(IpAddress.parse("45.0.1." + random.nextInt(9)));
            int port = random.nextBoolean() ? 135 : 445;
            long start = START + random.nextInt(5000) * 1_000_000_000L;
            table.open(row, source, destination, (50_000 + random.nextInt(50)) << 16 | port, start, i);
            table.count(row, random.nextInt(5000) - 1, random.nextInt(9), 1, 1);
            if (random.nextInt(3) == 0) {
                table.converse(row, conversation(random));
            }
            table.see(row, start, Evidence.DIRECTION_KNOWN | random.nextInt(1 << 10) & ~2);
        }
        table.end();
        return Observed.judged(pools, table);
    }

    private static Conversation conversation(Random random) {
        List<Binding> bindings = List.of(new Binding(new InterfaceId(new UUID(0, random.nextInt(3)), 1, 0), null));
        List<Calls> calls = List.of(Calls.logged("samr", random.nextBoolean() ? "SamrConnect5" : "LsarOpen", 1));
        return new Conversation(bindings, calls, List.of(), List.of(), List.of(), Set.of());
    }

    private SearchModel.Hits find(List<SessionColumn> columns, String text) {
        return new SearchJob(listing, columns, text, NAMES, Marks.NONE, TIMES).run(new Progress());
    }

    private int[] plainest(List<SessionColumn> columns, String text) {
        return IntStream.range(0, 300)
                .filter(place -> columns.stream().anyMatch(column -> says(listing.order()[place], column, text)))
                .toArray();
    }

    private boolean says(int session, SessionColumn column, String text) {
        SessionRow row = new SessionRow(detection, session, NAMES);
        String cell = column == SessionColumn.TIME ? TIMES.millis(row.session().start()) : row.whole(column);
        return cell.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.0.0.3",
                "FD00",
                "135",
                "50",
                "samrconnect",
                "Confirmed",
                "11-24 1",
                ":3",
                "—",
                "kb",
                "4",
                "corp",
                "rpc",
                ".",
                "nowhere",
                "high",
                "outbound",
                "77"
            })
    void whatIsFoundIsWhatTheShownCellsSay(String text) {
        List<SessionColumn> all = List.of(SessionColumn.values());
        List<SessionColumn> few = all.stream().filter(SessionColumn::shown).toList();
        for (List<SessionColumn> columns : List.of(all, few, List.of(SessionColumn.USER, SessionColumn.RULE))) {
            assertEquals(
                    Arrays.toString(plainest(columns, text)),
                    Arrays.toString(find(columns, text).places()));
        }
    }

    @Test
    void theNextAfterTheLastIsTheFirst() {
        SearchModel.Hits hits = new SearchModel.Hits(new int[20], new int[] {3, 7, 12});
        assertEquals(List.of(3, 7, 12, 3), List.of(hits.after(-1), hits.after(3), hits.after(8), hits.after(12)));
        assertEquals(List.of(12, 3, 7, 12), List.of(hits.before(3), hits.before(7), hits.before(8), hits.before(-1)));
        assertEquals(List.of(1, 0, 3), List.of(hits.number(3), hits.number(4), hits.number(12)));
        assertEquals(List.of(-1, -1), List.of(SearchModel.Hits.NONE.after(4), SearchModel.Hits.NONE.before(4)));
    }

    @Test
    void aSearchThatNobodyWaitsForEnds() {
        Progress progress = new Progress();
        progress.cancel();
        SearchModel.Hits hits =
                new SearchJob(listing, List.of(SessionColumn.SOURCE), ".", NAMES, Marks.NONE, TIMES).run(progress);
        assertTrue(hits.places().length == 0 && progress.done() == 0);
    }
}
