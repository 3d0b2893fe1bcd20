package org.rpcscope.ui.conversation;

import org.jspecify.annotations.Nullable;
import org.rpcscope.session.Session;
import org.rpcscope.session.Transcript;

/** How far the messages of the chosen session are read. */
sealed interface Ladder {

    /** Nobody has looked yet. */
    record Unasked() implements Ladder {}

    /** Only logs know the session. */
    record Unrecorded() implements Ladder {}

    /** They are being read. */
    record Reading(String file) implements Ladder {}

    /** The reading was cancelled by the analyst. */
    record Cancelled() implements Ladder {}

    /** They are read, from that input. */
    record Read(Session.Seen seen, Transcript transcript) implements Ladder {}

    /** What was read, or null. */
    default @Nullable Transcript transcript() {
        return this instanceof Read(var _, Transcript transcript) ? transcript : null;
    }
}
