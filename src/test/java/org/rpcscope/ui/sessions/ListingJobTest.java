package org.rpcscope.ui.sessions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Detector;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.filter.Filter;
import org.rpcscope.filter.Query;
import org.rpcscope.filter.SessionSets;
import org.rpcscope.job.Progress;
import org.rpcscope.job.Workers;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.Actors;
import org.rpcscope.session.Direction;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.Mark;
import org.rpcscope.session.Marks;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Session;
import org.rpcscope.session.SessionKey;
import org.rpcscope.session.Status;
import org.rpcscope.session.TextPool;
import org.rpcscope.session.Verdict;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.sigma.Rule;
import org.rpcscope.tuning.Weights;
import org.rpcscope.ui.fx.Amounts;

/** The order of the table, held against a plain sort of its lines. */
class ListingJobTest {

    private static final ConversationNames NAMES = new ConversationNames(Interfaces.bundled());
    private static final SessionSets SETS = new SessionSets(NAMES, new Workers(1));

    private final Pools pools = new Pools();
    private final Detection detection = detection();

    private Detection detection() {
        ObservationTable first = table("first.pcap", 1, 300);
        ObservationTable second = table("second.log", 2, 200);
        List<Rule> rules = BundledRules.load().stream().map(BundledRule::rule).toList();
        return new Detector(pools, rules, Networks.defaults(), Weights.defaults()).run(List.of(first, second));
    }

    /** Few different values, so that many sessions are equal and some are seen by both inputs. */
    private ObservationTable table(String file, long print, int rows) {
        Random random = new Random(print);
        ObservationTable table = new ObservationTable(new Input(file, "test", print), pools);
        for (int i = 0; i < rows; i++) {
            int row = table.reserve(1);
            int source = address(random, "10.0.0.", "fd00::");
            int destination = address(random, "45.0.0.", "2a0e::");
            int port = random.nextBoolean() ? 135 : 445;
            long start = random.nextInt(20) * 60_000_000_000L;
            table.open(row, source, destination, (50000 + random.nextInt(2)) << 16 | port, start, i * 100L);
            table.count(row, random.nextInt(5) - 1, random.nextInt(5) - 1, 1, 1);
            int service = random.nextBoolean() ? 0 : pools.texts().intern(random.nextBoolean() ? "dce_rpc" : "Alpha");
            table.describe(row, 0, 0, 0, service);
            new Actors(table).name(row, word(random, "LAB\\ana", "bob"), 0, word(random, "C:\\a\\y.exe", "/b/X"), 0);
            if (random.nextInt(3) == 0) {
                table.converse(row, conversation(random));
            }
            table.see(row, start + random.nextInt(5) * 1_000L, Evidence.DIRECTION_KNOWN | random.nextInt(1 << 10) & ~2);
        }
        table.end();
        return table;
    }

    private static Conversation conversation(Random random) {
        List<Binding> bindings = List.of(
                new Binding(new InterfaceId(new UUID(0, random.nextInt(3)), 1, 0), null),
                new Binding(new InterfaceId(new UUID(0, 7), 1, 0), null));
        List<Calls> calls = List.of(Calls.logged("samr", random.nextBoolean() ? "a" : "B", 1));
        List<Authentication> users = List.of(new Authentication(
                "ntlm",
                "packet",
                "LAB",
                random.nextBoolean() ? "ana" : null,
                "WS",
                null,
                Authentication.Outcome.ACCEPTED));
        return new Conversation(
                bindings.subList(0, random.nextInt(3)),
                calls,
                users.subList(0, random.nextInt(2)),
                List.of(),
                List.of(),
                Set.of());
    }

    private int word(Random random, String... words) {
        int which = random.nextInt(words.length + 1);
        return which == 0 ? TextPool.ABSENT : pools.texts().intern(words[which - 1]);
    }

    private int address(Random random, String v4, String v6) {
        int host = 1 + random.nextInt(4);
        IpAddress address = IpAddress.parse((random.nextBoolean() ? v4 : v6) + host);
        return pools.addresses().intern(address);
    }

    private final Marks marked = marks();

    private List<SessionRow> list(Scope scope, SortBy... sort) {
        Listing listing = listing(scope, "", sort);
        return Arrays.stream(listing.order()).mapToObj(this::row).toList();
    }

    private SessionRow row(int number) {
        return new SessionRow(detection, number, NAMES, marks().of(detection.sessions(), number));
    }

    /** Some sessions are marked, in ways that differ. */
    private Marks marks() {
        Map<SessionKey, Mark> marks = new HashMap<>();
        for (int session = 0; session < detection.sessions().count(); session += 3) {
            Mark mark = Mark.NONE.with(Status.values()[session % Status.values().length]);
            marks.put(
                    SessionKey.of(detection.sessions(), session),
                    session % 2 == 0 ? mark.tagged("tag " + session % 7) : mark.with(Verdict.values()[session % 4]));
        }
        return Marks.of(marks);
    }

    private Listing listing(Scope scope, String filter, SortBy... sort) {
        return job(scope, filter, List.of(sort), new KeptOrder()).run(new Progress());
    }

    private ListingJob job(Scope scope, String filter, List<SortBy> sort, KeptOrder kept) {
        Query query = Filter.parse(filter).query();
        return new ListingJob(
                detection, new ListingJob.Asked(scope, query, sort, marked, Grouping.NONE), SETS, null, null, kept);
    }

    private static Comparator<SessionRow> byCell(SessionColumn column) {
        return switch (column) {
            case TIER -> Comparator.comparing(row -> row.session().tier());
            case SCORE -> Comparator.comparingInt(row -> row.flagged() ? Integer.parseInt(row.text(column)) : 0);
            case TIME -> Comparator.comparingLong(row -> row.session().start());
            case SOURCE -> Comparator.comparing(row -> row.session().ends().source());
            case DESTINATION -> Comparator.comparing(row -> row.session().ends().destination());
            case SOURCE_PORT, PORT -> Comparator.comparingInt(row -> Integer.parseInt(row.text(column)));
            case TRANSPORT -> Comparator.comparing(row -> row.session().ends().transport());
            case BYTES_OUT ->
                Comparator.comparingLong(row -> row.session().counters().sourceBytes());
            case BYTES_IN ->
                Comparator.comparingLong(row -> row.session().counters().destinationBytes());
            case DURATION ->
                Comparator.comparingLong(
                        row -> row.session().end() - row.session().start());
            case STAGE -> Comparator.comparingInt(row -> stageOf(row.text(column)));
            case OUTCOME -> Comparator.comparing(row -> row.session().outcome());
            case DIRECTION -> Comparator.comparingInt(row -> directionOf(row.text(column)));
            case STATUS -> Comparator.comparing(row -> row.mark().status());
            case SERVICE, INTERFACE, OPERATION, USER, PROCESS, LEARNED_FROM, RULE, INPUTS, VERDICT, TAGS ->
                Comparator.<SessionRow>comparingInt(row -> row.text(column).equals(Amounts.NONE) ? 1 : 0)
                        .thenComparing(row -> row.text(column), String.CASE_INSENSITIVE_ORDER)
                        .thenComparing(row -> row.text(column));
        };
    }

    private static int stageOf(String label) {
        return Arrays.stream(Stage.values())
                .filter(stage -> stage.label().equals(label))
                .mapToInt(Stage::ordinal)
                .findFirst()
                .orElse(-1);
    }

    private static int directionOf(String label) {
        return Arrays.stream(Direction.values())
                .filter(direction -> direction.label().equals(label))
                .findFirst()
                .orElseThrow()
                .ordinal();
    }

    @ParameterizedTest
    @EnumSource(SessionColumn.class)
    void eachColumnSortsAsItsCellsRead(SessionColumn column) {
        List<SessionRow> natural = list(Scope.ALL);
        List<SessionRow> up = new ArrayList<>(natural);
        up.sort(byCell(column)); // stable, as ours is
        List<SessionRow> down = new ArrayList<>(natural);
        down.sort(Collections.reverseOrder(byCell(column)));
        assertEquals(up, list(Scope.ALL, new SortBy(column, false)));
        assertEquals(down, list(Scope.ALL, new SortBy(column, true)));
    }

    @Test
    void aSecondLevelOrdersWhatTheFirstLeavesEqual() {
        List<SessionRow> wanted = new ArrayList<>(list(Scope.FLAGGED));
        wanted.sort(byCell(SessionColumn.PORT)
                .thenComparing(byCell(SessionColumn.SOURCE).reversed()));
        assertEquals(
                wanted,
                list(Scope.FLAGGED, new SortBy(SessionColumn.PORT, false), new SortBy(SessionColumn.SOURCE, true)));
    }

    /** The second time the order of all is kept, and the filter takes some away. */
    @ParameterizedTest
    @EnumSource
    void aFilterThatIsTypedKeepsTheOrder(SessionColumn column) {
        KeptOrder kept = new KeptOrder();
        List<SortBy> sort = List.of(new SortBy(column, true));
        for (Scope scope : Scope.values()) {
            int[] fresh = listing(scope, "port:135", sort.getFirst()).order();
            Listing all = job(scope, "", sort, kept).run(new Progress());
            Listing some = job(scope, "port:135", sort, kept).run(new Progress());
            assertArrayEquals(fresh, some.order());
            assertEquals(all.sessions(), some.of());
            assertTrue(some.sessions() > 0 && some.sessions() < all.sessions());
        }
    }

    @Test
    void theFlaggedOnesComeFirstByScoreAndTheOthersByTime() {
        List<SessionRow> all = list(Scope.ALL);
        int flagged = detection.flaggedCount();
        assertEquals(detection.sessions().count(), all.size());
        assertEquals(list(Scope.FLAGGED), all.subList(0, flagged));
        assertTrue(flagged > 0 && all.subList(0, flagged).stream().allMatch(SessionRow::flagged));
        List<Session> others = all.subList(flagged, all.size()).stream()
                .map(SessionRow::session)
                .toList();
        assertEquals(
                others.stream().sorted(Comparator.comparingLong(Session::start)).toList(), others);
    }

    @Test
    void aFilterNarrowsAndKeepsTheOrderAndTheNumberBefore() {
        Listing narrowed = listing(Scope.ALL, "port:445", new SortBy(SessionColumn.BYTES_OUT, true));
        List<SessionRow> wanted = list(Scope.ALL, new SortBy(SessionColumn.BYTES_OUT, true)).stream()
                .filter(row -> row.text(SessionColumn.PORT).equals("445"))
                .toList();
        assertTrue(!wanted.isEmpty() && wanted.size() < detection.sessions().count());
        assertEquals(wanted, Arrays.stream(narrowed.order()).mapToObj(this::row).toList());
        assertEquals(detection.sessions().count(), narrowed.of());
    }

    @Test
    void aSessionIsFoundAgainInAnyOrderByWhatFirstSawIt() {
        SessionRow wanted = list(Scope.ALL).get(77);
        ListingJob.Place place = new ListingJob.Place.OfSession(wanted.key(), 3); // a number that it had once
        Listing listing = new ListingJob(
                        detection,
                        new ListingJob.Asked(
                                Scope.ALL,
                                Query.EVERYTHING,
                                List.of(new SortBy(SessionColumn.BYTES_IN, true)),
                                Marks.NONE,
                                Grouping.NONE),
                        SETS,
                        place,
                        place,
                        new KeptOrder())
                .run(new Progress());
        assertEquals(wanted, new SessionRow(detection, listing.order()[listing.selected()], NAMES));
        assertEquals(listing.selected(), listing.top());
    }

    @Test
    void theRowsTellOnlyOfTheirLength() {
        SessionRows rows = new SessionRows(NAMES);
        List<String> heard = new ArrayList<>();
        rows.addListener((ListChangeListener<TableLine>) change -> {
            while (change.next()) {
                heard.add(change.getFrom() + "-" + change.getTo() + " removed " + change.getRemovedSize());
            }
        });
        int[] order = {2, 0, 1};
        rows.show(new Listing(detection, order, 3, -1, -1, new Listing.Longest(0, 0), null));
        rows.show(new Listing(detection, new int[] {1, 0, 2}, 3, -1, -1, new Listing.Longest(0, 0), null));
        rows.show(new Listing(detection, new int[] {1}, 3, -1, -1, new Listing.Longest(0, 0), null));
        assertEquals(List.of("0-3 removed 0", "1-1 removed 2"), heard);
        assertEquals(List.of(new SessionRow(detection, 1, NAMES)), List.copyOf(rows));
    }
}
