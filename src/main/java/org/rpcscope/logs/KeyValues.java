package org.rpcscope.logs;

/**
 * Finds the parts of a line of {@code key=value} pairs. Values may stand in quotes, within which a backslash takes the
 * meaning from the byte behind it, and so may whole pairs; words without a value are passed over, and so are blanks before
 * keys and values.
 *
 * @param mark what stands between key and value
 * @param between what stands between pairs; {@link #ANY} for blanks, tabs, commas and semicolons
 * @param names which keys are of parts
 */
public record KeyValues(char mark, char between, PartNames names) {

    private static final char ANY = 0;

    /** Pairs with blanks, tabs, commas or semicolons between them. */
    public KeyValues(char mark, PartNames names) {
        this(mark, ANY, names);
    }

    /** Notes the parts that stand from {@code from} to {@code to}. */
    public void read(byte[] bytes, int from, int to, Parts parts) {
        int i = from;
        while (i < to) {
            while (i < to && (isBetween(bytes[i]) || bytes[i] == ' ')) {
                i++;
            }
            int key = i;
            if (i < to && bytes[i] == '"') {
                i = quoted(bytes, i + 1, quoteEnd(bytes, i + 1, to), parts) + 1;
                continue;
            }
            while (i < to && bytes[i] != mark && !isBetween(bytes[i])) {
                i++;
            }
            if (i >= to || bytes[i] != mark) {
                continue;
            }
            int part = names.find(bytes, key, i);
            int value = i + 1;
            while (between != ANY && value < to && bytes[value] == ' ') {
                value++;
            }
            if (value < to && bytes[value] == '"') {
                i = quoteEnd(bytes, value + 1, to);
                parts.set(part, value + 1, i);
                i++;
            } else {
                i = value;
                while (i < to && !isBetween(bytes[i])) {
                    i++;
                }
                parts.set(part, value, i);
            }
        }
    }

    /** Notes a pair that stands in quotes as a whole, as in exports to tables; returns where it ends. */
    private int quoted(byte[] bytes, int from, int end, Parts parts) {
        int equals = Ascii.next(bytes, from, end, mark);
        if (equals < end) {
            parts.set(names.find(bytes, from, equals), equals + 1, end);
        }
        return end;
    }

    private boolean isBetween(byte b) {
        return between != ANY ? b == between : b == ' ' || b == ';' || b == ',' || b == '\t';
    }

    /** Where the quote is that ends the text, or the end of the line. */
    static int quoteEnd(byte[] bytes, int from, int to) {
        int i = from;
        while (i < to && bytes[i] != '"') {
            i += bytes[i] == '\\' ? 2 : 1;
        }
        return Math.min(i, to);
    }
}
