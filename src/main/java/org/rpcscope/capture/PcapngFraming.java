package org.rpcscope.capture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.Problem;

/** The next generation format (IETF draft opsawg-pcapng): typed blocks in sections, each section in its own byte order. */
record PcapngFraming() implements Framing {

    static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int INTERFACE = 1;
    private static final int PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int ENHANCED_PACKET = 6;

    private static final int BYTE_ORDER = 0x1A2B3C4D;
    private static final int OPTION_RESOLUTION = 9;
    private static final int OPTION_OFFSET = 14;

    /** Type, length, and the length again. */
    private static final int LEAST_BLOCK = 12;

    /** No block is longer in what other tools read either. */
    private static final int LARGEST_BLOCK = 1 << 24;

    private static final int GUESSED_BLOCKS = 3;

    @Override
    public @Nullable String open(Chunk chunk) {
        if (!chunk.has(LEAST_BLOCK)) {
            return "the section header is cut short";
        }
        chunk.before = Section.NONE;
        chunk.start = 0;
        return null;
    }

    @Override
    public int guess(Chunk chunk, Section section) {
        for (int at = Math.floorMod(-chunk.position, 4); at < chunk.limit; at += 4) {
            if (plausible(chunk, at, section.little())) {
                return at;
            }
        }
        return -1;
    }

    private static boolean plausible(Chunk chunk, int from, boolean little) {
        int at = from;
        for (int block = 0; block < GUESSED_BLOCKS; block++) {
            if (at + 8 > chunk.length) {
                return block > 0;
            }
            int type = PcapFraming.word(chunk.buffer, at, little);
            int length = PcapFraming.word(chunk.buffer, at + 4, little);
            boolean known = (type > 0 && type <= 10)
                    || type == SECTION_HEADER
                    || (type & 0x7FFFFFFF) == 0xBAD
                    || type == 0x40000BAD;
            if (!known || length < LEAST_BLOCK || length > LARGEST_BLOCK || (length & 3) != 0) {
                return false;
            }
            if (at + length > chunk.length) {
                return block > 0;
            }
            if (PcapFraming.word(chunk.buffer, at + length - 4, little) != length) {
                return false;
            }
            at += length;
        }
        return true;
    }

    @Override
    public void walk(Chunk chunk) {
        Section section = chunk.before;
        int at = chunk.start;
        while (at < chunk.limit && chunk.fault == null) {
            if (!chunk.has(at + LEAST_BLOCK)) {
                fault(chunk, at, Problem.CUT_SHORT + "a block's header");
                break;
            }
            ByteBuffer bytes = chunk.buffer;
            boolean header = bytes.getInt(at) == SECTION_HEADER; // reads the same in both byte orders
            if (header) {
                int magic = bytes.getInt(at + 8);
                if (magic != BYTE_ORDER && magic != Integer.reverseBytes(BYTE_ORDER)) {
                    fault(chunk, at, "a section header without its byte-order magic: the rest is not read");
                    break;
                }
                section = new Section(magic != BYTE_ORDER, List.of());
            }
            int length = PcapFraming.word(bytes, at + 4, section.little());
            if (length < LEAST_BLOCK || length > LARGEST_BLOCK || (length & 3) != 0) {
                fault(
                        chunk,
                        at,
                        "a block of " + Integer.toUnsignedString(length)
                                + " bytes is impossible: the rest is not read");
                break;
            }
            int type = header ? SECTION_HEADER : PcapFraming.word(bytes, at, section.little());
            int there = Math.min(length, Chunk.LARGEST_PACKET + LEAST_BLOCK + 1024);
            if (!chunk.has(at + there)) {
                fault(chunk, at, Problem.CUT_SHORT + "a block");
                break;
            }
            if (there == length && PcapFraming.word(bytes, at + length - 4, section.little()) != length) {
                fault(chunk, at, "a block's two lengths differ: the rest is not read");
                break;
            }
            section = block(chunk, type, at, there, section);
            at += chunk.fault == null ? length : 0;
        }
        chunk.after = section;
        chunk.end = at;
    }

    private static void fault(Chunk chunk, int at, String reason) {
        chunk.fault = Problem.at(chunk.position + at, reason);
    }

    /** Takes one block, of which {@code there} bytes are in the buffer; returns the section as it is behind it. */
    private static Section block(Chunk chunk, int type, int at, int there, Section section) {
        switch (type) {
            case INTERFACE -> {
                return described(chunk, at, there, section);
            }
            case ENHANCED_PACKET, PACKET -> packet(chunk, at, there, section);
            case SIMPLE_PACKET -> simple(chunk, at, there, section);
            default -> {} // names, statistics, secrets, other makers' blocks
        }
        return section;
    }

    private static Section described(Chunk chunk, int at, int there, Section section) {
        if (there < 20) {
            fault(chunk, at, "an interface description of " + there + " bytes is impossible: the rest is not read");
            return section;
        }
        if (section.interfaces().size() == Section.MOST_INTERFACES) {
            fault(chunk, at, "more than " + Section.MOST_INTERFACES + " interfaces in a section: the rest is not read");
            return section;
        }
        ByteBuffer bytes = chunk.buffer;
        boolean little = section.little();
        List<Section.Interface> all = new ArrayList<>(section.interfaces());
        all.add(new Section.Interface(
                half(bytes, at + 8, little),
                PcapFraming.word(bytes, at + 12, little),
                clock(bytes, at + 16, at + there - 4, little),
                chunk.position + at));
        return new Section(little, List.copyOf(all));
    }

    /** Reads the two options that say what time stamps mean. */
    private static Clock clock(ByteBuffer bytes, int from, int to, boolean little) {
        int resolution = 6;
        long offset = 0;
        for (int at = from; at + 4 <= to; ) {
            int code = half(bytes, at, little);
            int length = half(bytes, at + 2, little);
            if (code == 0 || at + 4 + length > to) {
                break;
            }
            if (code == OPTION_RESOLUTION && length >= 1) {
                resolution = bytes.get(at + 4) & 0xFF;
            } else if (code == OPTION_OFFSET && length >= 8) {
                long value = bytes.getLong(at + 4);
                offset = little ? Long.reverseBytes(value) : value;
            }
            at += 4 + ((length + 3) & ~3);
        }
        return Clock.of(resolution, offset);
    }

    /** An enhanced packet, or the obsolete kind, whose interface number has 16 bits. */
    private static void packet(Chunk chunk, int at, int there, Section section) {
        ByteBuffer bytes = chunk.buffer;
        int data = at + 28;
        boolean little = section.little();
        if (there < 32) {
            fault(chunk, at, "a packet block of " + there + " bytes is impossible: the rest is not read");
            return;
        }
        boolean obsolete = PcapFraming.word(bytes, at, little) == PACKET;
        int number = obsolete ? half(bytes, at + 8, little) : PcapFraming.word(bytes, at + 8, little);
        int length = PcapFraming.word(bytes, at + 20, little);
        if (length < 0 || length > Chunk.LARGEST_PACKET || data + length > at + there - 4) {
            fault(
                    chunk,
                    at,
                    "a packet of " + Integer.toUnsignedString(length)
                            + " bytes does not fit into its block: the rest is not read");
            return;
        }
        if (number < 0 || number >= section.interfaces().size()) {
            fault(
                    chunk,
                    at,
                    "a packet of interface " + Integer.toUnsignedString(number)
                            + ", which the section does not describe: the rest is not read");
            return;
        }
        Section.Interface from = section.interfaces().get(number);
        long units = (long) PcapFraming.word(bytes, at + 12, little) << 32
                | (PcapFraming.word(bytes, at + 16, little) & 0xFFFFFFFFL);
        chunk.count++;
        int wire = PcapFraming.word(bytes, at + 24, little);
        chunk.packet(at, data, length, wire, from.linkType(), from.clock().nanos(units));
    }

    /** A packet without time, of the first interface; how much was captured follows from its snap length. */
    private static void simple(Chunk chunk, int at, int there, Section section) {
        if (there < 16 || section.interfaces().isEmpty()) {
            fault(chunk, at, "a simple packet without an interface: the rest is not read");
            return;
        }
        Section.Interface from = section.interfaces().getFirst();
        int original = PcapFraming.word(chunk.buffer, at + 8, section.little());
        int length = there - 16;
        length = original >= 0 ? Math.min(length, original) : length;
        length = from.snapLength() > 0 ? Math.min(length, from.snapLength()) : length;
        chunk.count++;
        chunk.packet(at, at + 12, length, original, from.linkType(), 0);
    }

    private static int half(ByteBuffer bytes, int index, boolean little) {
        short value = bytes.getShort(index);
        return (little ? Short.reverseBytes(value) : value) & 0xFFFF;
    }
}
