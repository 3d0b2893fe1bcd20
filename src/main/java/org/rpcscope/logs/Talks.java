package org.rpcscope.logs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.TextPool;

/**
 * Gathers by connection what lines of {@code dce_rpc.log}, {@code ntlm.log} and EVE say was said. At the end each connection
 * becomes a row, or a part of the row that another line of the same file made of it. What stands in another file is joined
 * later, as any two views of one session are: by ends and time.
 */
final class Talks implements ChunkSink {

    /** So many different conversations are kept once for all connections that are alike. */
    private static final int MOST_ALIKE = 1 << 16;

    /** {@code conn.log} gives the time of the first packet, other logs that of what was said: not before, by rounding. */
    private static final long SLACK_NANOS = 2_000_000_000L;

    private final Map<String, Talk> gathered = new LinkedHashMap<>();
    private final Map<Conversation, Conversation> alike = new HashMap<>();

    @Override
    public void take(LineChunk chunk) {
        for (Remark remark : chunk.remarks) {
            gathered.computeIfAbsent(remark.connection(), _ -> new Talk(remark)).add(remark);
        }
    }

    @Override
    public void end(ObservationTable table, boolean last) {
        Collection<Talk> talks = (last ? gathered : new LinkedHashMap<>(gathered)).values();
        Map<Long, List<Talk>> open = new HashMap<>();
        if (table.rows() > 0) {
            for (Talk talk : talks) {
                Remark first = talk.first;
                open.computeIfAbsent(key(first.source(), first.destination(), first.ports()), _ -> new ArrayList<>(1))
                        .add(talk);
            }
            joinRows(table, open);
            talks.removeIf(
                    talk -> open.getOrDefault(keyOf(talk), List.of()).stream().noneMatch(left -> left == talk));
        }
        for (Iterator<Talk> left = talks.iterator(); left.hasNext(); ) {
            write(left.next(), table);
            left.remove(); // its memory is for the rows
        }
        alike.clear();
    }

    /** The one of all that are equal: most connections are alike. */
    private Conversation shared(Conversation conversation) {
        Conversation known = alike.get(conversation);
        if (known == null && alike.size() < MOST_ALIKE) {
            alike.put(conversation, conversation);
        }
        return known == null ? conversation : known;
    }

    private static long keyOf(Talk talk) {
        return key(talk.first.source(), talk.first.destination(), talk.first.ports());
    }

    private static long key(int source, int destination, int ports) {
        return ((long) source << 32 | destination & 0xFFFFFFFFL) * 0x9E3779B97F4A7C15L ^ ports;
    }

    /** Adds to rows of the table what belongs to them, and takes it out of the map. */
    private static void joinRows(ObservationTable table, Map<Long, List<Talk>> open) {
        if (open.isEmpty()) {
            return;
        }
        KeyMarks marks = new KeyMarks(open.keySet());
        int[] candidates = new int[64];
        int count = 0;
        int rows = table.rows();
        for (int row = 0; row < rows; row++) { // does so little that it is soon compiled: a log has millions of rows
            if (marks.mayHave(key(table, row))) {
                candidates = count == candidates.length ? Arrays.copyOf(candidates, count * 2) : candidates;
                candidates[count++] = row;
            }
        }
        for (int i = 0; i < count; i++) {
            List<Talk> there = open.get(key(table, candidates[i]));
            if (there != null) {
                joinRow(table, candidates[i], there);
            }
        }
    }

    private static long key(ObservationTable table, int row) {
        return key(table.source(row), table.destination(row), ports(table, row));
    }

    private static int ports(ObservationTable table, int row) {
        return table.sourcePort(row) << 16 | table.destinationPort(row);
    }

    private static void joinRow(ObservationTable table, int row, List<Talk> there) {
        there.removeIf(talk -> {
            Remark first = talk.first;
            boolean same = first.source() == table.source(row)
                    && first.destination() == table.destination(row)
                    && first.ports() == ports(table, row)
                    && talk.end >= table.start(row) - SLACK_NANOS // what Suricata hears late has any time
                    && talk.start <= table.end(row) + SLACK_NANOS;
            if (same) {
                table.see(row, talk.end, talk.evidence());
                table.converse(row, table.conversation(row).join(talk.conversation()));
                table.touch(row);
            }
            return same;
        });
    }

    private void write(Talk talk, ObservationTable table) {
        Remark first = talk.first;
        int row = table.reserve(1);
        table.open(row, first.source(), first.destination(), first.ports(), talk.start, first.origin());
        int unknown = ObservationTable.UNKNOWN;
        table.count(row, unknown, unknown, unknown, unknown);
        table.see(row, talk.end, talk.evidence());
        int absent = TextPool.ABSENT;
        table.describe(row, absent, absent, absent, table.pools().texts().intern(talk.service()));
        table.converse(row, shared(talk.conversation()));
    }
}
