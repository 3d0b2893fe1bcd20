package org.rpcscope.ui.related;

import java.util.ArrayList;
import java.util.List;
import org.rpcscope.detect.RelatedEvents;

/** A line of the list: an event, or the session itself in its place between them. */
sealed interface RelatedLine {

    /** @param distance nanoseconds after the session began; negative before */
    record Happened(RelatedEvents.Related event, long distance) implements RelatedLine {}

    /** The session that is looked at. */
    record Here(long time) implements RelatedLine {}

    /** The lines for what was found around a moment. */
    static List<RelatedLine> of(RelatedEvents found, long time) {
        List<RelatedLine> lines = new ArrayList<>(found.events().size() + 1);
        boolean before = true;
        for (RelatedEvents.Related event : found.events()) {
            if (before && event.time() > time) {
                lines.add(new Here(time));
                before = false;
            }
            lines.add(new Happened(event, event.time() - time));
        }
        if (before) {
            lines.add(new Here(time));
        }
        return lines;
    }
}
