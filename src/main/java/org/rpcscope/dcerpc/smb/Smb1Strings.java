package org.rpcscope.dcerpc.smb;

/** The strings behind each other in a block's data, each with a zero at its end; UTF-16 ones begin at even offsets. */
final class Smb1Strings {

    private static final int LONGEST = 1024;

    private final Fields message;
    private final boolean unicode;
    private final int end;
    private int at;

    /** @param at where the first one begins, from the beginning of the message */
    Smb1Strings(Smb1Block block, int at) {
        this.message = block.message();
        this.unicode = block.isUnicode();
        this.end = Math.min(message.length(), block.dataAt() + block.dataLength());
        this.at = at;
    }

    /** The next one; empty where there is none. */
    String next() {
        int width = unicode ? 2 : 1;
        at += unicode ? at & 1 : 0;
        int from = at;
        while (at + width <= end && (message.u8(at) != 0 || (unicode && message.u8(at + 1) != 0))) {
            at += width;
        }
        Fields text = message.part(from, Math.min(at - from, LONGEST));
        at += width;
        return unicode ? text.unicode() : text.oem();
    }
}
