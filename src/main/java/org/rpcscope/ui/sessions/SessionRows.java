package org.rpcscope.ui.sessions;

import java.util.stream.IntStream;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.overview.SessionGroups;
import org.rpcscope.session.Marks;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Sessions;
import org.rpcscope.ui.fx.LazyRows;

/** The lines of the table over a {@link Listing}. JavaFX thread only. */
public final class SessionRows extends LazyRows<TableLine> {

    /** So many sessions of a group are looked at for their ports. */
    private static final int LOOKED_AT = 64;

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

    /** The row of a session, whether or not it is listed. */
    SessionRow row(Detection detection, int session) {
        return new SessionRow(detection, session, names, marks.of(detection.sessions(), session));
    }

    private TableLine line(Listing of, Detection detection, int line) {
        int place = of.place(line);
        Outline outline = of.outline();
        return place < 0 && outline != null
                ? group(detection, outline, outline.group(line))
                : row(detection, of.order()[place]);
    }

    private GroupRow group(Detection detection, Outline outline, int group) {
        SessionGroups groups = outline.groups();
        int from = groups.start(group);
        IntStream ports = IntStream.range(from, from + Math.min(LOOKED_AT, groups.size(group)))
                .map(place -> port(detection.sessions(), groups.sessions()[place]));
        return new GroupRow(
                groups.group(group),
                row(detection, groups.sessions()[from]),
                GroupRow.ports(ports),
                outline.isOpen(group));
    }

    private static int port(Sessions sessions, int session) {
        int place = sessions.best(session);
        ObservationTable table = sessions.tables().get(sessions.table(place));
        return table.destinationPort(sessions.row(place));
    }

    /** Shows another listing. */
    void show(Listing next) {
        listing = next;
        Detection detection = next.detection();
        if (detection != null) {
            show(next.lines(), line -> line(next, detection, line));
        } else {
            show(0, line -> {
                throw new IndexOutOfBoundsException(line);
            });
        }
    }
}
