package org.rpcscope.ui.sessions;

/** A line of the table. JavaFX thread only. */
public sealed interface TableLine permits SessionRow, GroupRow {

    /** The words of a cell; none where the line is of several sessions. */
    String text(SessionColumn column);

    /** Whether it is flagged, or any session in it. */
    boolean flagged();

    /** The session that is looked at when the line is chosen: of several the first. */
    SessionRow lead();
}
