package org.rpcscope.ui.sessions;

import org.rpcscope.detect.Detection;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.ui.fx.LazyRows;

/** The lines of the table over a {@link Listing}. JavaFX thread only. */
public final class SessionRows extends LazyRows<SessionRow> {

    private final ConversationNames names;
    private Listing listing = Listing.NOTHING;

    SessionRows(ConversationNames names) {
        this.names = names;
    }

    Listing listing() {
        return listing;
    }

    /** Shows another listing. */
    void show(Listing next) {
        listing = next;
        Detection detection = next.detection();
        if (detection != null) {
            show(next.size(), line -> new SessionRow(detection, next.order()[line], names));
        } else {
            show(0, line -> {
                throw new IndexOutOfBoundsException(line);
            });
        }
    }
}
