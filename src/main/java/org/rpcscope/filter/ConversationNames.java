package org.rpcscope.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.session.Session;

/**
 * What was said over DCE/RPC, and who took part, in words: those that the table shows are those that a filter finds. Each
 * list is free of repetitions and in the order of first appearance. Immutable; any thread.
 */
public final class ConversationNames {

    private final Interfaces interfaces;

    public ConversationNames(Interfaces interfaces) {
        this.interfaces = interfaces;
    }

    /** The interfaces that were asked for or called: by name, by UUID where the name is unknown. */
    public List<String> interfaces(Conversation conversation) {
        if (conversation.bindings().isEmpty() && conversation.calls().isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (Binding binding : conversation.bindings()) {
            add(names, name(binding.interfaceId().uuid()));
        }
        for (Calls calls : conversation.calls()) {
            UUID uuid = calls.uuid();
            add(names, calls.interfaceName() != null || uuid == null ? calls.interfaceName() : name(uuid));
        }
        return names;
    }

    /** Most conversations have one or two: a set would cost more than to look through them. */
    private static void add(List<String> words, @Nullable String word) {
        if (word != null && !words.contains(word)) {
            words.add(word);
        }
    }

    /** The operations that were called: by name, by number where the name is unknown. */
    public List<String> operations(Conversation conversation) {
        if (conversation.calls().isEmpty()) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (Calls calls : conversation.calls()) {
            add(names, operation(calls));
        }
        return names;
    }

    /** The users of a session: who authenticated, and whom the first log that names one names. */
    public List<String> users(Session session) {
        return users(session.conversation(), session.words().user());
    }

    /**
     * Who authenticated, {@code DOMAIN\\user} or what of it is known, and then whom a log names.
     *
     * @param logged as the log writes it
     */
    public List<String> users(Conversation conversation, @Nullable String logged) {
        if (conversation.authentications().isEmpty()) {
            return logged == null ? List.of() : List.of(logged);
        }
        List<String> names = new ArrayList<>();
        for (Authentication authentication : conversation.authentications()) {
            add(names, user(authentication));
        }
        add(names, logged);
        return names;
    }

    /** The name of an interface, or its UUID. */
    public String name(UUID uuid) {
        String name = interfaces.name(uuid);
        return name == null ? uuid.toString() : name;
    }

    /** The name of an operation; null where a log names an interface alone. */
    @Nullable
    String operation(Calls calls) {
        if (calls.isLogged()) {
            return calls.operationName();
        }
        UUID uuid = calls.uuid();
        String name = uuid == null ? null : interfaces.operation(uuid, calls.opnum());
        return name == null ? "opnum " + calls.opnum() : name;
    }

    /** Who authenticated; null where nobody is named. */
    static @Nullable String user(Authentication authentication) {
        String user = authentication.user();
        String domain = authentication.domain();
        if (user == null || user.isEmpty()) {
            return null;
        }
        return domain == null || domain.isEmpty() ? user : domain + "\\" + user;
    }
}
