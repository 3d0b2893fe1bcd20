package org.rpcscope.dcerpc.smb;

import org.jspecify.annotations.Nullable;
import org.rpcscope.dcerpc.wire.ConversationBuilder;

/** What is known of an SMB connection, whatever the dialect: what was asked, and who has what open. */
final class Connection {

    private static final int MOST_REQUESTS = 512;

    final Pipes pipes;
    final Shares shares = new Shares();
    final Logons logons;
    final Narrator narrator;

    private final Recent<Long, Request> requests = new Recent<>(MOST_REQUESTS, _ -> {});

    Connection(ConversationBuilder summary) {
        pipes = new Pipes(summary);
        logons = new Logons(summary);
        narrator = new Narrator(summary);
    }

    /** @param id what tells the answer: a message id of SMB2; process, multiplex id and command of SMB1 */
    void ask(long id, Request request) {
        requests.put(id, request);
    }

    /** The request that waits for an answer; null where it is of no interest or was not captured. */
    @Nullable
    Request asked(long id) {
        return requests.get(id);
    }

    void answered(long id) {
        requests.remove(id);
    }
}
