package org.rpcscope.logs;

/**
 * Finds the parts of a line of {@code key=value} pairs. Values may stand in quotes, within which a backslash takes the
 * meaning from the byte behind it; words without a value are passed over.
 *
 * @param mark what stands between key and value
 * @param names which keys are of parts
 */
public record KeyValues(char mark, PartNames names) {

    /** Notes the parts that stand from {@code from} to {@code to}. */
    public void read(byte[] bytes, int from, int to, Parts parts) {
        int i = from;
        while (i < to) {
            while (i < to && isBetween(bytes[i])) {
                i++;
            }
            int key = i;
            while (i < to && bytes[i] != mark && !isBetween(bytes[i])) {
                i++;
            }
            if (i >= to || bytes[i] != mark) {
                continue;
            }
            int part = names.find(bytes, key, i);
            int value = i + 1;
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

    private static boolean isBetween(byte b) {
        return b == ' ' || b == ';' || b == ',' || b == '\t';
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
