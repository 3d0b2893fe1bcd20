package org.rpcscope.filter;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.rpcscope.query.ValueTest;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.Sessions;

/** Puts a question to what was said over DCE/RPC. Sessions in which nothing was are passed over by the block. */
record SaidFields(Sessions sessions, ConversationNames names) {

    Scan operations(ValueTest test) {
        return said(any(names::operations, test));
    }

    Scan users(ValueTest test) {
        return said(any(names::users, test));
    }

    /** By name and by UUID, each asked once. */
    Scan interfaces(ValueTest test) {
        Map<UUID, Boolean> known = new ConcurrentHashMap<>();
        Predicate<UUID> named =
                uuid -> known.computeIfAbsent(uuid, key -> test.text(names.name(key)) || test.text(key.toString()));
        return said(conversation -> {
            for (Binding binding : conversation.bindings()) {
                if (named.test(binding.interfaceId().uuid())) {
                    return true;
                }
            }
            for (Calls calls : conversation.calls()) {
                UUID uuid = calls.uuid();
                String logged = calls.interfaceName();
                if (uuid != null && named.test(uuid) || logged != null && test.text(logged)) {
                    return true;
                }
            }
            return false;
        });
    }

    private Scan said(Predicate<Conversation> question) {
        Scan each = Scan.each(session -> {
            for (int place = sessions.first(session); place < sessions.last(session); place++) {
                Conversation conversation =
                        sessions.tables().get(sessions.table(place)).conversation(sessions.row(place));
                if (conversation != Conversation.NONE && question.test(conversation)) {
                    return true;
                }
            }
            return false;
        });
        return (block, words, at) -> {
            if (block.conversed()) {
                each.find(block, words, at);
            }
        };
    }

    private static Predicate<Conversation> any(Function<Conversation, List<String>> words, ValueTest test) {
        return conversation -> words.apply(conversation).stream().anyMatch(test::text);
    }
}
