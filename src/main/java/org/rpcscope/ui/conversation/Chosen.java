package org.rpcscope.ui.conversation;

import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Finding;
import org.rpcscope.net.Networks;
import org.rpcscope.session.Session;

/**
 * The session that is looked at, as a value: two that are equal look the same.
 *
 * @param networks the boundary under which it was found
 */
record Chosen(Finding finding, Networks networks) {

    Session session() {
        return finding.session();
    }

    /** Whether it is the same session, whatever more is known of it. */
    boolean same(@Nullable Chosen other) {
        if (other == null) {
            return false;
        }
        Session.Seen mine = session().seen().getFirst();
        Session.Seen theirs = other.session().seen().getFirst();
        return mine.origin() == theirs.origin() && mine.input().equals(theirs.input());
    }
}
