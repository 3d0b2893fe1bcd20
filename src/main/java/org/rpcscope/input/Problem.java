package org.rpcscope.input;

/**
 * Something in an input that could not be read as its format demands. Readers return problems, they do not throw.
 *
 * @param offset bytes from the start of the input, unpacked
 * @param line the line that starts at the offset, counted from 1, or 0 in a binary format
 * @param reason what is wrong, as a phrase that follows "offset 123: "
 */
public record Problem(long offset, long line, String reason) {

    /** A problem of a binary format. */
    public static Problem at(long offset, String reason) {
        return new Problem(offset, 0, reason);
    }

    /** The form of the command line: {@code offset N: line M: reason}. */
    @Override
    public String toString() {
        return line == 0 ? "offset " + offset + ": " + reason : "offset " + offset + ": line " + line + ": " + reason;
    }
}
