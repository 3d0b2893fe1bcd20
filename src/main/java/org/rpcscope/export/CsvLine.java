package org.rpcscope.export;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A line of comma separated values (RFC 4180). Cells come from hostile files: one that a spreadsheet would take for a
 * formula gets an apostrophe in front.
 */
public final class CsvLine {

    private CsvLine() {}

    /** The cells with commas between them, and the end of the line. */
    public static String of(List<String> cells) {
        return cells.stream().map(CsvLine::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
