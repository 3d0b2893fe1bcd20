package org.rpcscope.logs;

/** One line of a text log, without its end and without the syslog prefix, if it had one. Used again for the next line. */
public final class Line {

    /** The bytes that the line is in; {@link Words#PAD} bytes follow the last one. */
    public byte[] bytes = new byte[0];

    /** The first byte of the message. */
    public int from;

    /** One past the last byte of the message. */
    public int to;

    /** The time of the syslog prefix in nanoseconds since 1970, or {@link Connection#NO_TIME}. */
    public long time;

    /** Where the prefix names the host that wrote the line; empty where it does not. */
    public int hostFrom;

    public int hostTo;

    /** Where the prefix names the program; empty where it does not. */
    public int programFrom;

    public int programTo;

    /** Whether it has a syslog prefix: then other programs may have written into the same file. */
    public boolean isSyslog;

    /** Whether the message begins with these bytes. */
    public boolean begins(String text) {
        if (to - from < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[from + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Where the message holds the bytes, or -1. */
    public int find(byte[] text) {
        return Ascii.find(bytes, from, to, text);
    }
}
