package org.rpcscope.cases;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The record of an event, read from its file again.
 *
 * @param line as it was written, where the file is one of lines; empty for others, such as event logs of Windows
 * @param fields by name, in the order of the alphabet, as text
 * @param problem why there is nothing, as a sentence; null where nothing is wrong
 */
public record EventRecord(
        String line, Map<String, String> fields, @Nullable String problem) {

    /** So many bytes of a line are read again. */
    static final int LONGEST = 1 << 20;

    /** Nothing, and why. */
    static EventRecord missing(String problem) {
        return new EventRecord("", Map.of(), problem);
    }

    /** What a person reads: why there is nothing, or each field in a line, and the line as it was written. */
    public String text() {
        if (problem != null) {
            return problem;
        }
        StringBuilder text = new StringBuilder();
        fields.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append('\n'));
        return line.isEmpty() ? text.toString() : text + "\n" + line;
    }
}
