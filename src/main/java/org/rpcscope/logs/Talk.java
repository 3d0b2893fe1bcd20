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

/** What the lines of a log say was said in one connection. One thread. */
final class Talk {

    /** So many different operations or identities are kept of a connection; a capture's inspection has bounds alike. */
    private static final int MOST = 1000;

    private static final int FEW = 4;

    final Remark first;
    private final Map<Remark.Call, Long> calls = new LinkedHashMap<>(FEW);
    private Map<InterfaceId, Binding> bindings = Map.of(); // most say only what was called
    private Set<String> pipes = Set.of();
    private Set<Authentication> authentications = Set.of();
    long start;
    long end;
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
                pipes = pipes.isEmpty() ? new LinkedHashSet<>(FEW) : pipes;
                pipes.add(call.pipe());
            }
        } else if (remark.authentication() != null && authentications.size() < MOST) {
            authentications = authentications.isEmpty() ? new LinkedHashSet<>(FEW) : authentications;
            authentications.add(remark.authentication());
        } else if (remark.bindings().isEmpty() || bindings.size() >= MOST) {
            limited = true;
        }
        for (Binding binding : remark.bindings()) {
            bindings = bindings.isEmpty() ? new LinkedHashMap<>(FEW) : bindings;
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

    /** What Zeek would call it in {@code conn.log}. */
    String service() {
        return !Evidence.has(evidence(), Evidence.DCE_RPC)
                ? "ntlm"
                : authentications.isEmpty() ? "dce_rpc" : "dce_rpc,ntlm";
    }
}
