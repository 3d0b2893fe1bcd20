package org.rpcscope.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.PacketSink;

/**
 * Writes packets as pcapng (IETF draft opsawg-pcapng), little endian: one section, and in it an interface for each link
 * type of each capture that they come from. Times are in nanoseconds. One thread.
 */
public final class PcapngWriter {

    private static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int INTERFACE = 1;
    private static final int ENHANCED_PACKET = 6;

    private static final int OPTION_COMMENT = 1;
    private static final int OPTION_NAME = 2;
    private static final int OPTION_APPLICATION = 4;
    private static final int OPTION_RESOLUTION = 9;
    private static final byte NANOSECONDS = 9;

    /** An option's length has 16 bits; much less is enough for a sentence. */
    private static final int LONGEST = 4096;

    private final OutputStream out;
    private int interfaces;
    private long packets;

    /**
     * Begins a file.
     *
     * @param application what wrote it, with its version
     */
    public PcapngWriter(OutputStream out, String application) throws IOException {
        this.out = out;
        byte[] name = text(application);
        ByteBuffer block = block(SECTION_HEADER, 16 + option(name.length) + 4);
        block.putInt(0x1A2B3C4D).putShort((short) 1).putShort((short) 0).putLong(-1); // of unknown length
        option(block, OPTION_APPLICATION, name);
        end(block);
    }

    /** How many packets were written. */
    public long packets() {
        return packets;
    }

    /** What a packet is said to be, when it is the first of its conversation. */
    public interface Comments {
        /** @param conversation where it begins in its capture; null for nothing to say */
        @Nullable
        String of(long conversation);
    }

    /** Takes the packets of one capture. */
    public PacketSink capture(String file, Comments comments) {
        Map<Integer, Integer> known = new HashMap<>();
        return (linkType, time, length, bytes, conversation) -> {
            Integer number = known.get(linkType);
            if (number == null) {
                number = describe(linkType, file);
                known.put(linkType, number);
            }
            String comment = conversation == PacketSink.NO_CONVERSATION ? null : comments.of(conversation);
            packet(number, time, length, bytes, comment == null ? null : text(comment));
        };
    }

    private int describe(int linkType, String file) throws IOException {
        byte[] name = text(file);
        ByteBuffer block = block(INTERFACE, 8 + option(name.length) + 8 + 4);
        block.putShort((short) linkType)
                .putShort((short) 0)
                .putInt(0); // no limit: what was captured was limited before
        option(block, OPTION_NAME, name);
        option(block, OPTION_RESOLUTION, new byte[] {NANOSECONDS});
        end(block);
        return interfaces++;
    }

    private void packet(int number, long time, int length, ByteBuffer bytes, byte @Nullable [] comment)
            throws IOException {
        int captured = bytes.remaining();
        int options = comment == null ? 0 : option(comment.length) + 4;
        ByteBuffer block = block(ENHANCED_PACKET, 20 + padded(captured) + options);
        long known = Math.max(0, time); // before 1970 there were no captures: a forged time
        block.putInt(number).putInt((int) (known >>> 32)).putInt((int) known).putInt(captured);
        block.putInt(Integer.compareUnsigned(length, captured) < 0 ? captured : length);
        block.put(bytes);
        pad(block, captured);
        if (comment != null) {
            option(block, OPTION_COMMENT, comment);
            block.putInt(0); // the end of the options
        }
        finish(block);
        packets++;
    }

    private static ByteBuffer block(int type, int body) {
        ByteBuffer block = ByteBuffer.allocate(12 + body).order(ByteOrder.LITTLE_ENDIAN);
        return block.putInt(type).putInt(12 + body);
    }

    private void end(ByteBuffer block) throws IOException {
        block.putInt(0); // the end of the options
        finish(block);
    }

    private void finish(ByteBuffer block) throws IOException {
        block.putInt(block.capacity());
        out.write(block.array());
    }

    private static int option(int length) {
        return 4 + padded(length);
    }

    private static void option(ByteBuffer block, int code, byte[] value) {
        block.putShort((short) code).putShort((short) value.length).put(value);
        pad(block, value.length);
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }

    private static void pad(ByteBuffer block, int length) {
        block.position(block.position() + padded(length) - length);
    }

    /** UTF-8, cut between characters where it is too long, and without characters that move a terminal's cursor. */
    private static byte[] text(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .limit(LONGEST / 4)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString().getBytes(StandardCharsets.UTF_8);
    }
}
