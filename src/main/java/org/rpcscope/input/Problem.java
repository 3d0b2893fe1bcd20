package org.rpcscope.input;

/**
 * Something in an input that could not be read as its format demands. Readers return problems, they do not throw.
 *
 * @param offset bytes from the start of the input, unpacked
 * @param line the line that starts at the offset, counted from 1, or 0 in a binary format
 * @param reason what is wrong, as a phrase that follows "offset 123: "
 */
public record Problem(long offset, long line, String reason) {

    /** How the reason begins where a binary input stops in the middle of a record: whoever writes it may not be done. */
    public static final String CUT_SHORT = "the capture ends within ";

    /** A problem of a binary format. */
    public static Problem at(long offset, String reason) {
        return new Problem(offset, 0, reason);
    }

    /** Whether the input stops in the middle of a record, and was read up to there. */
    public boolean isCutShort() {
        return reason.startsWith(CUT_SHORT);
    }

    /** The form of the command line: {@code offset N: line M: reason}. */
    @Override
    public String toString() {
        return line == 0 ? "offset " + offset + ": " + reason : "offset " + offset + ": line " + line + ": " + reason;
    }
}
