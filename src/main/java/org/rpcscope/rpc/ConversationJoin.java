package org.rpcscope.rpc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what several inputs know of one conversation: two sensors saw the same messages, so counts are not added,
 * the larger one counts.
 */
final class ConversationJoin {

    private record CallKey(
            @Nullable UUID uuid,
            int opnum,
            @Nullable String interfaceName,
            @Nullable String operationName) {}

    private ConversationJoin() {}

    static Conversation of(Conversation a, Conversation b) {
        if (a.isEmpty() || a.equals(b)) {
            return b;
        }
        if (b.isEmpty()) {
            return a;
        }
        Set<Omission> omissions = EnumSet.noneOf(Omission.class);
        omissions.addAll(a.omissions());
        omissions.addAll(b.omissions());
        return new Conversation(
                join(a.bindings(), b.bindings(), Binding::interfaceId, ConversationJoin::surer),
                join(a.calls(), b.calls(), ConversationJoin::key, ConversationJoin::larger),
                join(a.authentications(), b.authentications(), ConversationJoin::claim, ConversationJoin::decided),
                union(a.announcements(), b.announcements()),
                union(a.pipes(), b.pipes()),
                omissions);
    }

    private static <T, K> List<T> join(List<T> a, List<T> b, Function<T, K> key, BinaryOperator<T> one) {
        Map<K, T> joined = new LinkedHashMap<>();
        a.forEach(each -> joined.merge(key.apply(each), each, one));
        b.forEach(each -> joined.merge(key.apply(each), each, one));
        return List.copyOf(joined.values());
    }

    private static <T> List<T> union(Collection<T> a, Collection<T> b) {
        Set<T> all = new LinkedHashSet<>(a);
        all.addAll(b);
        return new ArrayList<>(all);
    }

    private static Binding surer(Binding a, Binding b) {
        if (a.result() == null || b.result() == null) {
            return a.result() == null ? b : a;
        }
        return a.result().compareTo(b.result()) >= 0 ? a : b;
    }

    private static CallKey key(Calls calls) {
        return new CallKey(calls.uuid(), calls.opnum(), calls.interfaceName(), calls.operationName());
    }

    private static Calls larger(Calls a, Calls b) {
        return new Calls(
                a.uuid(),
                a.opnum(),
                a.interfaceName(),
                a.operationName(),
                Math.max(a.count(), b.count()),
                Math.max(a.faults(), b.faults()));
    }

    private static Authentication claim(Authentication a) {
        return new Authentication(
                a.type(),
                a.level(),
                a.domain(),
                a.user(),
                a.workstation(),
                a.service(),
                Authentication.Outcome.UNKNOWN);
    }

    private static Authentication decided(Authentication a, Authentication b) {
        return a.outcome().compareTo(b.outcome()) >= 0 ? a : b;
    }
}
