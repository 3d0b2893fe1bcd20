package org.rpcscope.tuning.lists;

import java.util.ArrayList;
import java.util.List;

/** Reads separated values record by record (RFC 4180). A quotation mark that is never closed ends with the text. */
final class CsvCells {

    private final String text;
    private final char separator;
    private int at;
    private int number = 1;

    CsvCells(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /**
     * A record.
     *
     * @param number the line of the text on which it begins, from 1
     */
    record Line(int number, List<String> cells) {

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    boolean more() {
        return at < text.length();
    }

    Line next() {
        int first = number;
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '\n') {
                number++;
            }
            if (quoted) {
                boolean mark = c == '"';
                boolean twice = mark && at < text.length() && text.charAt(at) == '"';
                if (!mark || twice) {
                    cell.append(c);
                }
                at += twice ? 1 : 0;
                quoted = !mark || twice;
            } else if (c == '"') {
                quoted = true;
            } else if (c == separator) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\n') {
                break;
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return new Line(first, cells);
    }
}
