package org.rpcscope.logs.windows;

import java.util.Arrays;
import org.rpcscope.logs.Words;

/**
 * Cuts exported XML into blocks behind the end of an event. The memory taken follows from the size of a block and of the
 * longest event, not from the input. One thread at a time.
 */
final class XmlFeed implements BlockReading.Feed {

    /** Longer events are not read: no log has them, and one that never ends must not fill the memory. */
    static final int LONGEST_EVENT = 1 << 20;

    static final byte[] EVENT_END = XmlText.ascii("</Event>");

    private static final int BLOCK = 1 << 18;

    private final SourceBytes source;
    private byte[] carry = new byte[0]; // the beginning of an event
    private long position;

    XmlFeed(SourceBytes source) {
        this.source = source;
    }

    @Override
    public boolean fill(Block block) {
        int length = carry.length;
        block.offset = position - length;
        int wanted = Math.max(BLOCK, length);
        while (true) {
            if (block.bytes.length < length + wanted + Words.PAD) {
                block.bytes = Arrays.copyOf(block.bytes, length + wanted + Words.PAD);
            }
            System.arraycopy(carry, 0, block.bytes, 0, carry.length);
            int count = source.read(block.bytes, length, wanted, position);
            length += count;
            position += count;
            boolean ended = count < wanted;
            int cut = ended ? length : lastEnd(block.bytes, length);
            if (ended || cut > 0 || length > LONGEST_EVENT) {
                int kept = ended || cut > 0 ? cut : length;
                carry = Arrays.copyOfRange(block.bytes, kept, length);
                block.length = kept;
                return kept > 0;
            }
            carry = Arrays.copyOf(block.bytes, length);
            wanted = BLOCK;
        }
    }

    /** One past the last event that ends in the block, or 0. */
    private static int lastEnd(byte[] bytes, int length) {
        for (int at = length - EVENT_END.length; at >= 0; at--) {
            if (bytes[at] == '<' && Arrays.equals(bytes, at, at + EVENT_END.length, EVENT_END, 0, EVENT_END.length)) {
                return at + EVENT_END.length;
            }
        }
        return 0;
    }
}
