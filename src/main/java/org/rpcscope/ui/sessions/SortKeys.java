package org.rpcscope.ui.sessions;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.MatchedRules;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.filter.SessionSet;
import org.rpcscope.filter.SessionSets;
import org.rpcscope.job.Progress;
import org.rpcscope.job.Workers;
import org.rpcscope.session.Actors;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Mark;
import org.rpcscope.session.MarkedSessions;
import org.rpcscope.session.Marks;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Outcome;
import org.rpcscope.session.Sessions;
import org.rpcscope.session.TextPool;
import org.rpcscope.session.Tier;
import org.rpcscope.ui.fx.Amounts;

/**
 * A number for each session by which it sorts as its cell of a column does. Reads columns, and asks for words that sessions
 * share once; makes no object for a session that one input alone saw. For one thread, off the window's, which others help.
 */
final class SortKeys {

    private static final int STEP = 1 << 15;

    private final Detection detection;
    private final Sessions sessions;
    private final List<ObservationTable> tables;
    private final ConversationNames names;
    private final Workers workers;
    private final Marks marks;
    private final AddressRanks ranks;
    private final Actors[] actors; // of each table

    /** Something that a log names beside the ends. */
    private interface Name {
        int of(Actors actors, int row);
    }

    SortKeys(Detection detection, SessionSets sets, Marks marks, AddressRanks ranks) {
        this.marks = marks;
        this.detection = detection;
        this.names = sets.names();
        this.workers = sets.workers();
        this.sessions = detection.sessions();
        this.tables = sessions.tables();
        this.ranks = ranks;
        this.actors = tables.stream().map(Actors::new).toArray(Actors[]::new);
    }

    /** The keys of the sessions in {@code order}, at the same places; incomplete where the progress is cancelled. */
    long[] of(SessionColumn column, int[] order, Progress progress) {
        return switch (column) {
            case TIER -> each(order, progress, session -> tier(session).ordinal());
            case STATUS, VERDICT, TAGS -> marks(column, order, progress);
            case SCORE -> each(order, progress, detection::score);
            case TIME -> times(order, progress);
            case SOURCE -> addresses(order, progress, true);
            case DESTINATION -> addresses(order, progress, false);
            case SOURCE_PORT -> each(order, progress, session -> table(session).sourcePort(row(session)));
            case PORT -> each(order, progress, session -> table(session).destinationPort(row(session)));
            case TRANSPORT -> each(order, progress, session -> sessions.evidence(session) & Evidence.UDP);
            case BYTES_OUT ->
                each(order, progress, session -> sessions.counters(session).sourceBytes());
            case BYTES_IN ->
                each(order, progress, session -> sessions.counters(session).destinationBytes());
            case DURATION -> each(order, progress, session -> sessions.end(session) - sessions.start(session));
            case OUTCOME -> each(order, progress, session -> outcome(session).ordinal());
            case DIRECTION ->
                each(order, progress, session -> detection.direction(session).ordinal());
            case SERVICE -> shared(column, order, progress, this::service);
            case RULE -> rules(order, progress);
            case INPUTS -> inputs(order, progress);
            case STAGE -> each(order, progress, session -> furthest(detection.stageBits(session)));
            case LEARNED_FROM ->
                texts(
                        order,
                        progress,
                        session -> Objects.requireNonNullElse(detection.learnedFrom(session), Amounts.NONE));
            case INTERFACE ->
                texts(order, progress, session -> SessionRow.elided(names.interfaces(sessions.said(session))));
            case OPERATION ->
                texts(order, progress, session -> SessionRow.elided(names.operations(sessions.said(session))));
            case USER -> texts(order, progress, this::users);
            case PROCESS -> shared(column, order, progress, session -> logged(session, Actors::process));
        };
    }

    private String row(SessionColumn column, int session) {
        return new SessionRow(detection, session, names).text(column);
    }

    private long[] each(int[] order, Progress progress, IntToLongFunction key) {
        long[] keys = new long[order.length];
        workers.forEach((order.length + STEP - 1) / STEP, step -> {
            if (!progress.cancelled()) {
                for (int i = step * STEP; i < Math.min(order.length, (step + 1) * STEP); i++) {
                    keys[i] = key.applyAsLong(order[i]);
                }
            }
        });
        return keys;
    }

    /** The words of a column that follow from a small number, asked for once for each number. */
    private long[] shared(SessionColumn column, int[] order, Progress progress, IntToLongFunction number) {
        long[] keys = each(order, progress, number);
        TextRanks words = new TextRanks();
        int[] known = new int[64]; // of each number that of its words, and one
        for (int i = 0; i < keys.length; i++) {
            int which = (int) keys[i];
            if (which >= known.length) {
                known = Arrays.copyOf(known, Math.max(which + 1, known.length * 2));
            }
            if (known[which] == 0) {
                known[which] = words.number(row(column, order[i])) + 1;
            }
            keys[i] = known[which] - 1L;
        }
        return ranked(keys, words);
    }

    /** Ranks the different texts: many sessions, few words. */
    private long[] texts(int[] order, Progress progress, IntFunction<String> text) {
        TextRanks words = new TextRanks();
        int none = words.number(Amounts.NONE);
        return ranked(
                each(order, progress, session -> {
                    String word = text.apply(session);
                    return word.equals(Amounts.NONE) ? none : words.number(word);
                }),
                words);
    }

    private static long[] ranked(long[] numbers, TextRanks words) {
        long[] byNumber = words.ranks();
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = byNumber[(int) numbers[i]];
        }
        return numbers;
    }

    /** Most sessions are not marked, and need not be looked for among the marks. */
    private long[] marks(SessionColumn column, int[] order, Progress progress) {
        int[] numbers = MarkedSessions.of(marks, sessions).numbers();
        SessionSet marked = SessionSet.of(sessions.count(), numbers);
        IntFunction<Mark> mark = session -> marked.contains(session) ? marks.of(sessions, session) : Mark.NONE;
        return column == SessionColumn.STATUS
                ? each(order, progress, session -> mark.apply(session).status().ordinal())
                : texts(order, progress, session -> {
                    Mark made = mark.apply(session);
                    return made == Mark.NONE
                            ? Amounts.NONE
                            : new SessionRow(detection, session, names, made).text(column);
                });
    }

    /** Sessions are numbered in order of start: the place of a start among all is a smaller number than the start. */
    private long[] times(int[] order, Progress progress) {
        if (order.length < sessions.count() / 4) {
            return each(order, progress, sessions::start);
        }
        int[] places = new int[sessions.count()];
        int place = 0;
        long before = 0;
        for (int session = 0; session < places.length; session++) {
            long start = sessions.start(session);
            place += session > 0 && start != before ? 1 : 0;
            places[session] = place;
            before = start;
        }
        return each(order, progress, session -> places[session]);
    }

    /** The word of the first log that has one; where there is none, whether RPC was recognised in the traffic. */
    private int service(int session) {
        for (int place = sessions.first(session); place < sessions.last(session); place++) {
            int word = tables.get(sessions.table(place)).service(sessions.row(place));
            if (word != TextPool.ABSENT) {
                return word + 1;
            }
        }
        return Evidence.has(sessions.evidence(session), Evidence.DCE_RPC) ? 1 : 0;
    }

    private String users(int session) {
        String logged = tables.getFirst().pools().texts().text(logged(session, Actors::user)); // one pool a case
        return SessionRow.elided(names.users(sessions.said(session), logged));
    }

    /** The name of the first log that has one, as a number of the text pool. */
    private int logged(int session, Name name) {
        for (int place = sessions.first(session); place < sessions.last(session); place++) {
            int word = name.of(actors[sessions.table(place)], sessions.row(place));
            if (word != TextPool.ABSENT) {
                return word;
            }
        }
        return TextPool.ABSENT;
    }

    private long[] rules(int[] order, Progress progress) {
        MatchedRules matched = detection.matchedRules();
        return shared(
                SessionColumn.RULE, order, progress, session -> detection.flagged(session) ? matched.of(session) : 0);
    }

    /** Sessions that one input alone saw, as most, have its name. */
    private long[] inputs(int[] order, Progress progress) {
        String[] known = new String[tables.size()];
        for (int table = 0; table < known.length; table++) {
            known[table] = SessionRow.fileName(tables.get(table).input().file());
        }
        return texts(order, progress, session -> {
            int place = sessions.first(session);
            return sessions.last(session) - place > 1
                    ? row(SessionColumn.INPUTS, session)
                    : known[sessions.table(place)];
        });
    }

    private ObservationTable table(int session) {
        return tables.get(sessions.table(sessions.best(session)));
    }

    private int row(int session) {
        return sessions.row(sessions.best(session));
    }

    /** The last stage of those whose bits are set, or -1. */
    private static int furthest(int bits) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(bits);
    }

    private Tier tier(int session) {
        return Tier.of(sessions.evidence(session));
    }

    private Outcome outcome(int session) {
        return Evidence.outcome(sessions.evidence(session));
    }

    private long[] addresses(int[] order, Progress progress, boolean source) {
        if (tables.isEmpty()) {
            return new long[order.length];
        }
        int[] rank = ranks.of(tables.getFirst().pools().addresses()); // one pool a case
        return each(order, progress, session -> {
            ObservationTable table = table(session);
            return rank[source ? table.source(row(session)) : table.destination(row(session))];
        });
    }
}
