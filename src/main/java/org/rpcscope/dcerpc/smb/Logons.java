package org.rpcscope.dcerpc.smb;

import org.rpcscope.dcerpc.wire.ConversationBuilder;
import org.rpcscope.rpc.Authentication.Outcome;

/** Who logs on to the server, by session: a connection may have several, and a logon may take several messages. */
final class Logons {

    private static final int MOST = 64;

    private final ConversationBuilder summary;
    private final Recent<Long, Logon> unfinished = new Recent<>(MOST, _ -> {});

    Logons(ConversationBuilder summary) {
        this.summary = summary;
    }

    /**
     * The logon that a session setup begins or goes on with.
     *
     * @param session as the server calls it; 0 in the first message
     */
    Logon of(long session) {
        Logon logon = session == 0 ? null : unfinished.get(session);
        if (logon == null) {
            logon = new Logon();
            summary.identities(logon::seen);
        }
        return logon;
    }

    /** The server's answer to a session setup. */
    void answered(Logon logon, long session, Status status, Fields token) {
        logon.token(false, token);
        if (status.asksForMore()) {
            unfinished.put(session, logon);
        } else {
            unfinished.remove(session);
            logon.outcome(status.isFailure() ? Outcome.DENIED : Outcome.ACCEPTED);
        }
        summary.changed();
    }
}
