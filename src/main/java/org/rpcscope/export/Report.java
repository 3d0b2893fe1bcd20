package org.rpcscope.export;

import java.util.List;
import java.util.function.Function;
import org.rpcscope.detect.Detection;
import org.rpcscope.session.Mark;

/**
 * What a report tells.
 *
 * @param title in the analyst's words
 * @param written when, nanoseconds since 1970
 * @param detection what the numbers are of
 * @param sessions the sessions, in the order in which they are told
 * @param filter the text of the filter that chose them; empty for all
 * @param marks what the analyst says of a session, by its number
 * @param notes what was written about a session, by its number, oldest first
 */
public record Report(
        String title,
        long written,
        Detection detection,
        int[] sessions,
        String filter,
        Function<Integer, Mark> marks,
        Function<Integer, List<Remark>> notes) {

    /**
     * A note as it is told.
     *
     * @param head who wrote it and when
     */
    public record Remark(String head, String text) {}
}
