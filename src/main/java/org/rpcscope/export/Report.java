package org.rpcscope.export;

import java.io.IOException;
import java.io.Writer;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.session.Mark;

/**
 * What a report tells.
 *
 * @param title in the analyst's words
 * @param written when, nanoseconds since 1970
 * @param zone in which times are told
 * @param detection what the numbers are of
 * @param sessions the sessions, in the order in which they are told
 * @param filter the text of the filter that chose them; empty for all
 * @param marks what the analyst says of a session, by its number
 * @param notes what was written about a session, by its number, oldest first
 * @param picture of who talks with whom; null for none
 */
public record Report(
        String title,
        long written,
        ZoneId zone,
        Detection detection,
        int[] sessions,
        String filter,
        Function<Integer, Mark> marks,
        Function<Integer, List<Remark>> notes,
        @Nullable Picture picture) {

    /**
     * A picture within the page.
     *
     * @param caption what is said below it
     * @param markup writes one element of SVG, in which all text is escaped already
     */
    public record Picture(String caption, Markup markup) {}

    /** Writes markup as it is. */
    public interface Markup {
        void write(Writer out) throws IOException;
    }

    /**
     * A note as it is told.
     *
     * @param head who wrote it and when
     */
    public record Remark(String head, String text) {}
}
