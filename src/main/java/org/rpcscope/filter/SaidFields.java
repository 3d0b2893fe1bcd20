package org.rpcscope.filter;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.ValueTest;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.Sessions;

/** Puts a question to what was said over DCE/RPC. Sessions in which nothing was are passed over by the block. */
record SaidFields(Sessions sessions, ConversationNames names) {

    private static final int MOST_WORDS = 1 << 16;

    Scan operations(ValueTest test) {
        return said(any(Conversation::calls, names::operation, test));
    }

    Scan users(ValueTest test) {
        return said(any(Conversation::authentications, ConversationNames::user, test));
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

    /** Each different word is asked about once: that of most conversations was in others too. */
    private static <P> Predicate<Conversation> any(
            Function<Conversation, List<P>> parts, Function<P, @Nullable String> word, ValueTest test) {
        Map<String, Boolean> known = new ConcurrentHashMap<>();
        return conversation -> {
            for (P part : parts.apply(conversation)) {
                String said = word.apply(part);
                if (said != null && isAnswered(said, known, test)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static boolean isAnswered(String word, Map<String, Boolean> known, ValueTest test) {
        Boolean answer = known.get(word);
        if (answer == null) {
            answer = test.text(word);
            if (known.size() < MOST_WORDS) { // a hostile input has as many as it has sessions
                known.put(word, answer);
            }
        }
        return answer;
    }
}
