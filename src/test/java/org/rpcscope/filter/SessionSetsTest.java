package org.rpcscope.filter;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpcscope.detect.Detection;
import org.rpcscope.job.Progress;
import org.rpcscope.job.Workers;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.session.Marks;

/** Which sessions pass which filter, found by blocks, compared with what a filter means. */
class SessionSetsTest {

    private static final ConversationNames NAMES = new ConversationNames(Interfaces.bundled());
    private static final int ROWS = 9_000;
    private static final Detection COMPARED = RandomSessions.of(9, 2, ROWS);
    private static final SessionSets KEPT = sets();

    /** Each field at least once, with values that some sessions have and others have not. */
    private static final List<String> TERMS = List.of(
            "ip:10.0.0.3",
            "src:10.0.0.0/30",
            "dst:45.0.0.,2a0e::/120",
            "port:135",
            "port:440-443",
            "src.port:50001",
            "tier:blocked",
            "zone:external",
            "src.zone:external",
            "dst.zone:external",
            "flagged:yes",
            "flagged:no",
            "score:>30",
            "score:0",
            "time:1970-01-01T02:00..1970-01-01T04:00",
            "duration:>1m",
            "bytes:3",
            "src.bytes:0",
            "dst.bytes:>1",
            "packets:1",
            "direction:inbound,internal",
            "partner:acme",
            "transport:udp",
            "outcome:failure",
            "service:alpha",
            "service:dce",
            "interface:svcctl",
            "interface:samr",
            "op:CreateService",
            "op:b",
            "user:lab\\user1",
            "user:service",
            "process:svchost",
            "stage:execution",
            "stage:connection",
            "level:high",
            "rule:port",
            "action:deny",
            "cid:1:a",
            "status:new",
            "status:escalated",
            "verdict:misconfiguration",
            "tag:3",
            "file:in1",
            "135",
            "a",
            "dce",
            "2a0e",
            "45.0.0.2",
            "blocked");

    private static SessionSets sets() {
        return new SessionSets(NAMES, new Workers(3));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyTermIsAnsweredAsItIsMeant(int inputs) {
        Detection detection = RandomSessions.of(inputs, inputs, ROWS);
        Marks marks = RandomSessions.marks(detection);
        PlainFilter plain = new PlainFilter(detection, NAMES, marks);
        SessionSets sets = sets();
        int count = detection.sessions().count();
        int[] some = new Random(inputs).ints(300, 0, count).sorted().distinct().toArray();
        for (String text : TERMS) {
            Filter filter = Filter.parse(text);
            assertEquals(List.of(), filter.faults());
            SessionSet passing = sets.passing(filter.query(), detection, marks, new Progress());
            assertEquals(
                    listed(some, session -> plain.passes(filter.query(), session)),
                    listed(some, passing::contains),
                    text);
            assertEquals(
                    listed(IntStream.of(some).limit(20).toArray(), passing::contains),
                    listed(
                            IntStream.of(some).limit(20).toArray(),
                            new SessionFilter(filter.query(), detection, NAMES, marks)::passes),
                    text);
        }
    }

    @Test
    void everyTermThatIsComparedFindsSomeAndLeavesSome() {
        Marks marks = RandomSessions.marks(COMPARED);
        SessionSet all = SessionSet.all(COMPARED.sessions().count());
        for (String text : TERMS) {
            SessionSet passing = sets().passing(Filter.parse(text).query(), COMPARED, marks, new Progress());
            assertTrue(passing.count() > 0 && passing.count() < all.count(), text + ": " + passing.count());
        }
    }

    private static String listed(int[] some, IntPredicate passes) {
        return IntStream.of(some).filter(passes).boxed().toList().toString();
    }

    /** Filters that are put together at random. */
    @Property(tries = 60)
    void whatStandsBetweenTermsIsDoneAsItIsMeant(@ForAll Random random) {
        Query query = Filter.parse(text(random, 3)).query();
        PlainFilter plain = new PlainFilter(COMPARED, NAMES, Marks.NONE);
        SessionSet passing = KEPT.passing(query, COMPARED, Marks.NONE, new Progress());
        int[] some = random.ints(40, 0, COMPARED.sessions().count()).toArray();
        assertEquals(listed(some, session -> plain.passes(query, session)), listed(some, passing::contains));
        assertEquals(listed(some, passing::contains), listed(some, new SessionFilter(query, COMPARED, NAMES)::passes));
    }

    private static String text(Random random, int depth) {
        String term = TERMS.get(random.nextInt(TERMS.size()));
        return switch (depth == 0 ? 0 : random.nextInt(4)) {
            case 0 -> term;
            case 1 -> "-(" + text(random, depth - 1) + ")";
            case 2 -> "(" + text(random, depth - 1) + ") (" + text(random, depth - 1) + ")";
            default -> "(" + text(random, depth - 1) + ") or (" + text(random, depth - 1) + ")";
        };
    }

    @Test
    void whatATermFoundIsKeptForTheNewestSessionsAlone() {
        Detection first = RandomSessions.of(1, 1, 10);
        Detection second = RandomSessions.of(2, 1, 10);
        SessionSets sets = sets();
        Query term = Filter.parse("port:135").query();
        Query status = Filter.parse("status:new").query();
        Marks marks = RandomSessions.marks(first);
        SessionSet found = sets.passing(term, first, Marks.NONE, new Progress());
        assertSame(found, sets.passing(term, first, marks, new Progress()), "marks do not matter to it");
        SessionSet unmarked = sets.passing(status, first, Marks.NONE, new Progress());
        assertSame(unmarked, sets.passing(status, first, Marks.NONE, new Progress()));
        assertNotSame(unmarked, sets.passing(status, first, marks, new Progress()));
        sets.passing(Query.EVERYTHING, second, Marks.NONE, new Progress());
        SessionSet again = sets.passing(term, first, Marks.NONE, new Progress());
        assertNotSame(found, again);
        assertArrayEquals(found.numbers(), again.numbers());
    }

    @Test
    void whatACancelledQuestionFoundIsNotKept() {
        Detection detection = RandomSessions.of(1, 1, ROWS);
        SessionSets sets = sets();
        Query term = Filter.parse("port:135").query();
        Progress cancelled = new Progress();
        cancelled.cancel();
        assertEquals(0, sets.passing(term, detection, Marks.NONE, cancelled).count());
        assertTrue(sets.passing(term, detection, Marks.NONE, new Progress()).count() > 0);
    }

    @Property
    void aSetCountsAndTellsWhatItHolds(@ForAll @IntRange(min = 1, max = 300) int size, @ForAll Random random) {
        BitSet expected = new BitSet();
        int[] some = random.ints(random.nextInt(size + 1), 0, size).toArray();
        IntStream.of(some).forEach(expected::set);
        SessionSet set = SessionSet.of(size, some);
        int from = random.nextInt(size + 1);
        int to = from + random.nextInt(size + 1 - from);
        BitSet between = expected.get(from, to);
        List<Integer> told = new ArrayList<>();
        set.forEach(from, to, session -> told.add(session - from));
        int[] places = new int[size];
        int count = set.places(from, to - from, places);
        assertArrayEquals(expected.stream().toArray(), set.numbers());
        assertEquals(between.stream().boxed().toList(), told);
        assertArrayEquals(between.stream().toArray(), Arrays.copyOf(places, count));
        assertEquals(between.cardinality(), set.count(from, to));
        assertEquals(expected.cardinality(), set.count());
        assertEquals(expected.length() - 1, set.last());
        assertEquals(expected.nextSetBit(from), set.next(from));
        expected.flip(0, size);
        assertArrayEquals(expected.stream().toArray(), set.not().numbers());
        assertArrayEquals(new int[0], set.without(set).numbers());
        assertEquals(size, set.or(set.not()).count());
        assertArrayEquals(set.numbers(), SessionSet.all(size).and(set).numbers());
    }
}
