package org.rpcscope.cases;

import java.util.UUID;
import org.rpcscope.session.Mark;
import org.rpcscope.session.SessionKey;

/** Something that is written into a case. */
public sealed interface Change {

    /** A session has another mark; its notes are not touched. */
    record Marked(SessionKey key, Mark mark) implements Change {}

    /** A note more. */
    record Noted(SessionKey key, Note note) implements Change {}

    /** A note less. */
    record Unnoted(UUID note) implements Change {}

    /** A text that is kept by a name, such as the profile, in place of the one before. */
    record Kept(String name, String body) implements Change {}
}
