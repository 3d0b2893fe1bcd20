package org.rpcscope.logs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Omission;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.TextPool;

/**
 * Gathers by connection what lines of {@code dce_rpc.log}, {@code ntlm.log} and EVE say was said. At the end each connection
 * becomes a row, or a part of the row that another line of the same file made of it. What stands in another file is joined
 * later, as any two views of one session are: by ends and time.
 */
final class Talks implements ChunkSink {

    /** So many different operations or identities are kept of a connection; a capture's inspection has bounds alike. */
    private static final int MOST = 1000;

    /** {@code conn.log} gives the time of the first packet, other logs that of what was said: not before, by rounding. */
    private static final long SLACK_NANOS = 2_000_000_000L;

    private final Map<String, Talk> talks = new LinkedHashMap<>();

    /** What is known of one connection. */
    private static final class Talk {
        private final Remark first;
        private final Map<Remark.Call, Long> calls = new LinkedHashMap<>();
        private final Map<InterfaceId, Binding> bindings = new LinkedHashMap<>();
        private final Set<String> pipes = new LinkedHashSet<>();
        private final Set<Authentication> authentications = new LinkedHashSet<>();
        private long start;
        private long end;
        private boolean limited;

        Talk(Remark first) {
            this.first = first;
            this.start = first.time();
            this.end = first.time();
        }

        void add(Remark remark) {
            start = Math.min(start, remark.time());
            end = Math.max(end, remark.time());
            Remark.Call call = remark.call();
            if (call != null && (calls.size() < MOST || calls.containsKey(call))) {
                calls.merge(call, 1L, Long::sum);
                if (call.pipe() != null) {
                    pipes.add(call.pipe());
                }
            } else if (remark.authentication() != null && authentications.size() < MOST) {
                authentications.add(remark.authentication());
            } else if (remark.bindings().isEmpty() || bindings.size() >= MOST) {
                limited = true;
            }
            for (Binding binding : remark.bindings()) {
                bindings.merge(binding.interfaceId(), binding, Talk::surer);
            }
        }

        private static Binding surer(Binding a, Binding b) {
            return a.result() == null || b.result() != null && b.result().compareTo(a.result()) > 0 ? b : a;
        }

        Conversation conversation() {
            UUID only = bindings.size() == 1 // of several, nobody says which one a call was for
                    ? bindings.keySet().iterator().next().uuid()
                    : null;
            Map<Calls, Long> counts = new LinkedHashMap<>();
            Map<Calls, Long> faults = new HashMap<>();
            calls.forEach((call, count) -> {
                Calls key = call.opnum() == Calls.UNKNOWN_OPNUM
                        ? Calls.logged(call.endpoint(), call.operation(), 0)
                        : Calls.captured(only, call.opnum(), 0, 0);
                counts.merge(key, count, Long::sum);
                faults.merge(key, call.fault() ? count : 0L, Long::sum);
            });
            List<Calls> all = new ArrayList<>(counts.size());
            counts.forEach((call, count) -> all.add(new Calls(
                    call.uuid(),
                    call.opnum(),
                    call.interfaceName(),
                    call.operationName(),
                    count,
                    faults.getOrDefault(call, 0L))));
            Set<Omission> omissions = limited ? Set.of(Omission.LIMITED) : Set.of();
            return new Conversation(
                    List.copyOf(bindings.values()),
                    all,
                    List.copyOf(authentications),
                    List.of(),
                    List.copyOf(pipes),
                    omissions);
        }

        int evidence() {
            int seen = Evidence.DIRECTION_KNOWN | Evidence.LOG_ESTABLISHED;
            return calls.isEmpty() && bindings.isEmpty() ? seen : seen | Evidence.DCE_RPC;
        }
    }

    @Override
    public void take(LineChunk chunk) {
        for (Remark remark : chunk.remarks) {
            talks.computeIfAbsent(remark.connection(), _ -> new Talk(remark)).add(remark);
        }
    }

    @Override
    public void end(ObservationTable table) {
        Map<Long, List<Talk>> open = new HashMap<>();
        if (table.rows() > 0) {
            for (Talk talk : talks.values()) {
                Remark first = talk.first;
                open.computeIfAbsent(key(first.source(), first.destination(), first.ports()), _ -> new ArrayList<>(1))
                        .add(talk);
            }
            joinRows(table, open);
            talks.values()
                    .removeIf(talk ->
                            open.getOrDefault(keyOf(talk), List.of()).stream().noneMatch(left -> left == talk));
        }
        talks.values().forEach(talk -> write(talk, table));
        talks.clear();
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
        int rows = table.rows();
        for (int row = 0; row < rows; row++) {
            int ports = table.sourcePort(row) << 16 | table.destinationPort(row);
            long key = key(table.source(row), table.destination(row), ports);
            List<Talk> there = marks.mayHave(key) ? open.get(key) : null;
            if (there != null) {
                joinRow(table, row, ports, there);
            }
        }
    }

    private static void joinRow(ObservationTable table, int row, int ports, List<Talk> there) {
        there.removeIf(talk -> {
            Remark first = talk.first;
            boolean same = first.source() == table.source(row)
                    && first.destination() == table.destination(row)
                    && first.ports() == ports
                    && talk.start >= table.start(row) - SLACK_NANOS
                    && talk.start <= table.end(row) + SLACK_NANOS;
            if (same) {
                table.see(row, talk.end, talk.evidence());
                table.converse(row, table.conversation(row).join(talk.conversation()));
                table.touch(row);
            }
            return same;
        });
    }

    private static void write(Talk talk, ObservationTable table) {
        Remark first = talk.first;
        int row = table.reserve(1);
        table.open(row, first.source(), first.destination(), first.ports(), talk.start, first.origin());
        int unknown = ObservationTable.UNKNOWN;
        table.count(row, unknown, unknown, unknown, unknown);
        table.see(row, talk.end, talk.evidence());
        String service = !Evidence.has(talk.evidence(), Evidence.DCE_RPC)
                ? "ntlm"
                : talk.authentications.isEmpty() ? "dce_rpc" : "dce_rpc,ntlm";
        int absent = TextPool.ABSENT;
        table.describe(row, absent, absent, absent, table.pools().texts().intern(service));
        table.converse(row, talk.conversation());
    }
}
