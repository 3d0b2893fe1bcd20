package org.rpcscope.ui.sessions;

import org.rpcscope.detect.Detection;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.session.Marks;
import org.rpcscope.ui.fx.LazyRows;

/** The lines of the table over a {@link Listing}. JavaFX thread only. */
public final class SessionRows extends LazyRows<SessionRow> {

    private final ConversationNames names;
    private Marks marks = Marks.NONE;
    private Listing listing = Listing.NOTHING;

    SessionRows(ConversationNames names) {
        this.names = names;
    }

    Listing listing() {
        return listing;
    }

    /** What the analyst says of the sessions from now on; the lines are made anew. */
    void marks(Marks next) {
        marks = next;
        show(listing);
    }

    private SessionRow row(Detection detection, int session) {
        return new SessionRow(detection, session, names, marks.of(detection.sessions(), session));
    }

    /** Shows another listing. */
    void show(Listing next) {
        listing = next;
        Detection detection = next.detection();
        if (detection != null) {
            show(next.size(), line -> row(detection, next.order()[line]));
        } else {
            show(0, line -> {
                throw new IndexOutOfBoundsException(line);
            });
        }
    }
}
