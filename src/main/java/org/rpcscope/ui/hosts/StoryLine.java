package org.rpcscope.ui.hosts;

import java.util.List;
import org.rpcscope.detect.RelatedEvents;
import org.rpcscope.session.Session;

/** Something that happened on a host. */
sealed interface StoryLine {

    /** Nanoseconds since 1970. */
    long time();

    /**
     * It spoke with somebody.
     *
     * @param opened whether the host opened the session, or the other did
     * @param operations what was called, and who authenticated
     * @param firstPeer whether the host had never spoken with the other before
     * @param firstUser whether somebody authenticated that never had before
     */
    record Spoke(
            Session session,
            boolean flagged,
            boolean opened,
            List<String> operations,
            List<String> users,
            boolean firstPeer,
            boolean firstUser)
            implements StoryLine {

        public Spoke {
            operations = List.copyOf(operations);
            users = List.copyOf(users);
        }

        @Override
        public long time() {
            return session.start();
        }
    }

    /** A log tells of it. */
    record Happened(RelatedEvents.Related event) implements StoryLine {

        @Override
        public long time() {
            return event.time();
        }
    }
}
