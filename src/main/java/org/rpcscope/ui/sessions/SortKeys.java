package org.rpcscope.ui.sessions;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.job.Progress;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Zone;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.Direction;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Mark;
import org.rpcscope.session.Marks;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Outcome;
import org.rpcscope.session.Sessions;
import org.rpcscope.session.Tier;
import org.rpcscope.ui.fx.Amounts;

/**
 * A number for each session by which it sorts as its cell of a column does. Reads columns; makes no object for a session
 * that one input alone saw. For one thread, off the window's.
 */
final class SortKeys {

    private static final int CHECK = 4095;

    private final Detection detection;
    private final Sessions sessions;
    private final ConversationNames names;
    private final Marks marks;
    private final AddressRanks ranks;

    SortKeys(Detection detection, ConversationNames names, Marks marks, AddressRanks ranks) {
        this.marks = marks;
        this.detection = detection;
        this.names = names;
        this.sessions = detection.sessions();
        this.ranks = ranks;
    }

    /** The keys of the sessions in {@code order}, at the same places; incomplete where the progress is cancelled. */
    long[] of(SessionColumn column, int[] order, Progress progress) {
        return switch (column) {
            case TIER -> each(order, progress, session -> tier(session).ordinal());
            case STATUS ->
                each(
                        order,
                        progress,
                        session -> marks.of(sessions, session).status().ordinal());
            case VERDICT, TAGS -> texts(order, progress, session -> marked(column, session));
            case SCORE -> each(order, progress, detection::score);
            case TIME -> each(order, progress, sessions::start);
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
            case DIRECTION -> directions(order, progress);
            case SERVICE -> texts(order, progress, session -> row(column, session));
            case RULE ->
                texts(order, progress, session -> detection.flagged(session) ? row(column, session) : Amounts.NONE);
            case INPUTS -> inputs(order, progress);
            case STAGE -> each(order, progress, this::furthest);
            case LEARNED_FROM ->
                texts(
                        order,
                        progress,
                        session -> Objects.requireNonNullElse(detection.learnedFrom(session), Amounts.NONE));
            case INTERFACE, OPERATION, USER ->
                texts(order, progress, session -> conversed(session) ? row(column, session) : Amounts.NONE);
        };
    }

    private String row(SessionColumn column, int session) {
        return new SessionRow(detection, session, names).text(column);
    }

    private String marked(SessionColumn column, int session) {
        Mark mark = marks.of(sessions, session);
        return mark == Mark.NONE ? Amounts.NONE : new SessionRow(detection, session, names, mark).text(column);
    }

    /** Sessions that one input alone saw, as most, have its name. */
    private long[] inputs(int[] order, Progress progress) {
        String[] known = new String[sessions.tables().size()];
        Arrays.fill(known, "");
        return texts(order, progress, session -> {
            int place = sessions.first(session);
            if (sessions.last(session) - place > 1) {
                return row(SessionColumn.INPUTS, session);
            }
            int table = sessions.table(place);
            if (known[table].isEmpty()) {
                known[table] = row(SessionColumn.INPUTS, session);
            }
            return known[table];
        });
    }

    private static long[] each(int[] order, Progress progress, IntToLongFunction key) {
        long[] keys = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            if ((i & CHECK) == 0 && progress.cancelled()) {
                break;
            }
            keys[i] = key.applyAsLong(order[i]);
        }
        return keys;
    }

    private ObservationTable table(int session) {
        return sessions.tables().get(sessions.table(sessions.best(session)));
    }

    private int row(int session) {
        return sessions.row(sessions.best(session));
    }

    /** Whether any input heard a conversation: most sessions are none, and need no row to say so. */
    private boolean conversed(int session) {
        for (int place = sessions.first(session); place < sessions.last(session); place++) {
            if (sessions.tables().get(sessions.table(place)).conversation(sessions.row(place)) != Conversation.NONE) {
                return true;
            }
        }
        return false;
    }

    private int furthest(int session) {
        List<Stage> stages = detection.stages(session);
        return stages.isEmpty() ? -1 : stages.getLast().ordinal();
    }

    private Tier tier(int session) {
        return Tier.of(sessions.evidence(session));
    }

    private Outcome outcome(int session) {
        return Evidence.outcome(sessions.evidence(session));
    }

    private long[] addresses(int[] order, Progress progress, boolean source) {
        if (sessions.tables().isEmpty()) {
            return new long[order.length];
        }
        int[] rank = ranks.of(sessions.tables().getFirst().pools().addresses()); // one pool a case
        return each(order, progress, session -> {
            ObservationTable table = table(session);
            return rank[source ? table.source(row(session)) : table.destination(row(session))];
        });
    }

    private long[] directions(int[] order, Progress progress) {
        if (sessions.tables().isEmpty()) {
            return new long[order.length];
        }
        AddressPool pool = sessions.tables().getFirst().pools().addresses();
        Networks networks = detection.networks();
        Zone[] zones = new Zone[pool.size()];
        for (int id = 0; id < zones.length; id++) {
            zones[id] = networks.zone(pool.high(id), pool.low(id));
        }
        return each(order, progress, session -> {
            ObservationTable table = table(session);
            int row = row(session);
            return Direction.of(zones[table.source(row)], zones[table.destination(row)])
                    .ordinal();
        });
    }

    /** Ranks the different texts: many sessions, few words. */
    private static long[] texts(int[] order, Progress progress, IntFunction<String> text) {
        TextRanks ranks = new TextRanks();
        long[] keys = each(order, progress, session -> ranks.number(text.apply(session)));
        long[] byNumber = ranks.ranks();
        Arrays.setAll(keys, i -> byNumber[(int) keys[i]]);
        return keys;
    }
}
