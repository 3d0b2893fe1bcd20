package org.rpcscope.filter;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.Interfaces;

/**
 * What was said over DCE/RPC in words: those that the table shows are those that a filter finds. Each list is free of
 * repetitions and in the order of first appearance. Immutable; any thread.
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
        Set<String> names = new LinkedHashSet<>();
        conversation
                .bindings()
                .forEach(binding -> names.add(name(binding.interfaceId().uuid())));
        for (Calls calls : conversation.calls()) {
            UUID uuid = calls.uuid();
            if (calls.interfaceName() != null) {
                names.add(calls.interfaceName());
            } else if (uuid != null) {
                names.add(name(uuid));
            }
        }
        return List.copyOf(names);
    }

    /** The operations that were called: by name, by number where the name is unknown. */
    public List<String> operations(Conversation conversation) {
        if (conversation.calls().isEmpty()) {
            return List.of();
        }
        return conversation.calls().stream()
                .map(this::operation)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Who authenticated: {@code DOMAIN\\user}, or what of it is known. */
    public List<String> users(Conversation conversation) {
        if (conversation.authentications().isEmpty()) {
            return List.of();
        }
        return conversation.authentications().stream()
                .map(ConversationNames::user)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The name of an interface, or its UUID. */
    public String name(UUID uuid) {
        String name = interfaces.name(uuid);
        return name == null ? uuid.toString() : name;
    }

    private @Nullable String operation(Calls calls) {
        if (calls.isLogged()) {
            return calls.operationName();
        }
        UUID uuid = calls.uuid();
        String name = uuid == null ? null : interfaces.operation(uuid, calls.opnum());
        return name == null ? "opnum " + calls.opnum() : name;
    }

    private static @Nullable String user(Authentication authentication) {
        String user = authentication.user();
        String domain = authentication.domain();
        if (user == null || user.isEmpty()) {
            return null;
        }
        return domain == null || domain.isEmpty() ? user : domain + "\\" + user;
    }
}
