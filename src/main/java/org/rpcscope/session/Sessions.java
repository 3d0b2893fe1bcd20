package org.rpcscope.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Conversation;

/**
 * The sessions of some inputs at one moment, by number, in order of start. A session is a group of observations of the
 * same conversation, at most one of each input unless they are reports ({@link Evidence#REPORT}); with one input that has
 * none, each observation is a session. Immutable; any thread.
 */
public final class Sessions {

    /** What logs and captures round times down to, in nanoseconds, coarsest first. */
    private static final long[] ROUNDED = {1_000_000_000L, 1_000_000L, 1_000L};

    private final List<ObservationTable> tables;
    private final int count;
    private final long @Nullable []
            members; // table in the upper half, row in the lower; null where number and row are the same
    private volatile @Nullable List<Extent> extents; // made when first asked for
    private final int @Nullable [] first; // the first member of each session, and one more; null where each has one

    private Sessions(List<ObservationTable> tables, int count, long @Nullable [] members, int @Nullable [] first) {
        this.tables = tables;
        this.count = count;
        this.members = members;
        this.first = first;
    }

    /**
     * The observations as they are, each a session of its own: for inputs that are still being read.
     *
     * @param rows how many rows of each table there are
     */
    public static Sessions single(List<ObservationTable> tables, int[] rows) {
        int total = Arrays.stream(rows).reduce(0, Math::addExact);
        boolean inOrder = total == 0 || tables.size() == 1 && isInOrder(tables.getFirst(), total);
        return inOrder
                ? new Sessions(List.copyOf(tables), total, null, null)
                : new Sessions(List.copyOf(tables), total, byStart(tables, rows, total), null);
    }

    /** The observations of ended inputs, grouped by conversation: the same for any order of the inputs. */
    public static Sessions grouped(List<ObservationTable> tables) {
        int[] rows = tables.stream().mapToInt(ObservationTable::rows).toArray();
        boolean apart = tables.size() <= 1 && tables.stream().noneMatch(table -> hasReports(table, rows[0]));
        return apart ? single(tables, rows) : new Grouping(tables, rows).sessions();
    }

    private static boolean hasReports(ObservationTable table, int rows) {
        for (int row = 0; row < rows; row += ObservationTable.CHUNK) {
            if (table.chunk(row).hasReports(Math.min(ObservationTable.CHUNK, rows - row))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInOrder(ObservationTable table, int rows) {
        long before = Long.MIN_VALUE;
        for (int row = 0; row < rows; row += ObservationTable.CHUNK) {
            int count = Math.min(ObservationTable.CHUNK, rows - row);
            if (!table.chunk(row).inOrder(count, before)) {
                return false;
            }
            before = table.start(row + count - 1);
        }
        return true;
    }

    static Sessions of(List<ObservationTable> tables, long[] members, int[] first) {
        return new Sessions(List.copyOf(tables), first.length - 1, members, first);
    }

    private static long[] byStart(List<ObservationTable> tables, int[] rows, int total) {
        long[] all = new long[total];
        long[] keys = new long[total];
        int at = 0;
        for (int t = 0; t < rows.length; t++) {
            for (int row = 0; row < rows[t]; row++, at++) {
                all[at] = member(t, row);
                keys[at] = tables.get(t).start(row);
            }
        }
        int[] order = IndexSort.order(keys, total);
        long[] sorted = new long[total];
        for (int i = 0; i < total; i++) {
            sorted[i] = all[order[i]];
        }
        return sorted;
    }

    static long member(int table, int row) {
        return (long) table << 32 | row;
    }

    /** Whether the number of each session is its row in the only table. */
    public boolean areRows() {
        return members == null;
    }

    public List<ObservationTable> tables() {
        return tables;
    }

    public int count() {
        return count;
    }

    /** The place of a session's first observation in {@link #table} and {@link #row}; the others follow it. */
    public int first(int session) {
        return first == null ? session : first[session];
    }

    /** The place behind a session's last observation. */
    public int last(int session) {
        return first == null ? session + 1 : first[session + 1];
    }

    /** Which of {@link #tables} the observation at a place is in. */
    public int table(int place) {
        return members == null ? 0 : (int) (members[place] >>> 32);
    }

    /** The row of the observation at a place. */
    public int row(int place) {
        return members == null ? place : (int) members[place];
    }

    /** The session of each row of a table. */
    public int[] sessionsOf(int table) {
        int rows = 0;
        for (int place = 0; place < last(count - 1) && count > 0; place++) {
            rows += table(place) == table ? 1 : 0;
        }
        int[] sessions = new int[rows];
        for (int session = 0; session < count; session++) {
            for (int place = first(session); place < last(session); place++) {
                if (table(place) == table) {
                    sessions[row(place)] = session;
                }
            }
        }
        return sessions;
    }

    /** What all observations of a session saw. */
    public int evidence(int session) {
        int evidence = 0;
        for (int place = first(session); place < last(session); place++) {
            evidence |= tables.get(table(place)).evidence(row(place));
        }
        return evidence;
    }

    /**
     * Nanoseconds since 1970 of the first that any input saw of it. Where that is a whole second, as many logs have it, or a whole
     * millisecond, another input that saw it within that second or millisecond knows better when.
     */
    public long start(int session) {
        return members == null
                ? tables.getFirst().start(session)
                : start(tables, members, first(session), last(session));
    }

    /** The same for members from one place to another. */
    static long start(List<ObservationTable> tables, long[] members, int from, int to) {
        long start = Long.MAX_VALUE;
        for (int i = from; i < to; i++) {
            start = Math.min(start, start(tables, members[i]));
        }
        for (long unit : ROUNDED) {
            if (to - from > 1 && start % unit == 0) {
                long next = nextStart(tables, members, from, to, start);
                start = next - start >= 0 && next - start < unit ? next : start; // negative: too far apart for a long
            }
        }
        return start;
    }

    /** The first that is later than {@code start}, or, where there is none, that itself. */
    private static long nextStart(List<ObservationTable> tables, long[] members, int from, int to, long start) {
        long next = Long.MAX_VALUE;
        for (int i = from; i < to; i++) {
            long other = start(tables, members[i]);
            next = other > start ? Math.min(next, other) : next;
        }
        return next == Long.MAX_VALUE ? start : next;
    }

    private static long start(List<ObservationTable> tables, long member) {
        return tables.get((int) (member >>> 32)).start((int) member);
    }

    /** Nanoseconds since 1970 of the last that any input saw of it. */
    public long end(int session) {
        long end = Long.MIN_VALUE;
        for (int place = first(session); place < last(session); place++) {
            end = Math.max(end, tables.get(table(place)).end(row(place)));
        }
        return end;
    }

    /** What the inputs counted, each counter as those say that count best: see {@link Counting}. */
    public Session.Counters counters(int session) {
        int first = first(session);
        if (last(session) - first == 1) {
            ObservationTable table = tables.get(table(first));
            int row = row(first);
            return new Session.Counters(
                    table.sourceBytes(row),
                    table.destinationBytes(row),
                    table.sourcePackets(row),
                    table.destinationPackets(row));
        }
        int best = best(session);
        Counting counting = new Counting(tables.get(table(best)), row(best));
        for (int place = first; place < last(session); place++) {
            counting.add(tables.get(table(place)), row(place));
        }
        return counting.counters();
    }

    /** The observation that knows best who opened the session: the place of the first whose direction is no guess. */
    public int best(int session) {
        if (first == null) {
            return session;
        }
        for (int place = first(session); place < last(session); place++) {
            if (Evidence.has(tables.get(table(place)).evidence(row(place)), Evidence.DIRECTION_KNOWN)) {
                return place;
            }
        }
        return first(session);
    }

    /** From when to when each table saw anything, of those that did. The first call looks at every row. */
    public List<Extent> extents() {
        List<Extent> made = extents;
        if (made == null) {
            made = tables.stream().map(Extent::of).filter(Objects::nonNull).toList();
            extents = made;
        }
        return made;
    }

    /** A picture of one session, put together from all its observations. */
    public Session session(int number) {
        int best = best(number);
        Session.Ends ends = ends(tables.get(table(best)), row(best));
        Session.Words words = Session.Words.NONE;
        Conversation conversation = Conversation.NONE;
        List<Session.Seen> seen = new ArrayList<>();
        for (int place = first(number); place < last(number); place++) {
            ObservationTable table = tables.get(table(place));
            int row = row(place);
            words = words(table, row, words);
            conversation = conversation.join(table.conversation(row));
            long packets = Math.max(0L, table.sourcePackets(row)) + Math.max(0L, table.destinationPackets(row));
            seen.add(new Session.Seen(table.input(), table.origin(row), table.describes(row) ? 1 : packets));
        }
        int evidence = evidence(number);
        List<Session.Seen> all = List.copyOf(seen);
        return new Session(
                number, ends, start(number), end(number), counters(number), evidence, words, conversation, all);
    }

    /** What all inputs heard of a session over DCE/RPC. */
    public Conversation said(int number) {
        Conversation said = Conversation.NONE;
        for (int place = first(number); place < last(number); place++) {
            Conversation part = tables.get(table(place)).conversation(row(place));
            if (part != Conversation.NONE) {
                said = said == Conversation.NONE ? part : said.join(part);
            }
        }
        return said;
    }

    private static Session.Ends ends(ObservationTable table, int row) {
        AddressPool addresses = table.pools().addresses();
        IpAddress source = addresses.address(table.source(row));
        IpAddress destination = addresses.address(table.destination(row));
        return new Session.Ends(
                source, table.sourcePort(row), destination, table.destinationPort(row), table.transport(row));
    }

    private static Session.Words words(ObservationTable table, int row, Session.Words known) {
        TextPool texts = table.pools().texts();
        Actors actors = new Actors(table);
        return new Session.Words(
                known.action() != null ? known.action() : texts.text(table.action(row)),
                known.state() != null ? known.state() : texts.text(table.state(row)),
                known.history() != null ? known.history() : texts.text(table.history(row)),
                known.service() != null ? known.service() : texts.text(table.service(row)),
                known.user() != null ? known.user() : texts.text(actors.user(row)),
                known.host() != null ? known.host() : texts.text(actors.host(row)),
                known.process() != null ? known.process() : texts.text(actors.process(row)),
                known.policy() != null ? known.policy() : texts.text(actors.policy(row)));
    }
}
