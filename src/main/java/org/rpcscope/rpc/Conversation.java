package org.rpcscope.rpc;

import java.util.List;
import java.util.Set;

/**
 * What was said over DCE/RPC in one transport conversation. Immutable. All lists are free of repetitions and in the order of
 * first appearance.
 *
 * @param bindings one for each interface and version asked for
 * @param calls one for each operation of each interface
 * @param authentications one for each identity, mechanism and level
 * @param announcements the ports that the server gave away
 * @param pipes the named pipes of SMB that carried it, without {@code \PIPE\}; empty over TCP, UDP and HTTP
 * @param omissions why it may not be all
 */
public record Conversation(
        List<Binding> bindings,
        List<Calls> calls,
        List<Authentication> authentications,
        List<Announcement> announcements,
        List<String> pipes,
        Set<Omission> omissions) {

    /** Nothing was said, or nobody listened. */
    public static final Conversation NONE =
            new Conversation(List.of(), List.of(), List.of(), List.of(), List.of(), Set.of());

    public Conversation {
        bindings = List.copyOf(bindings);
        calls = List.copyOf(calls);
        authentications = List.copyOf(authentications);
        announcements = List.copyOf(announcements);
        pipes = List.copyOf(pipes);
        omissions = Set.copyOf(omissions);
    }

    public boolean isEmpty() {
        return equals(NONE);
    }

    /** What both know together, of the same conversation as two inputs saw it: nothing is counted twice. */
    public Conversation join(Conversation other) {
        return ConversationJoin.of(this, other);
    }
}
