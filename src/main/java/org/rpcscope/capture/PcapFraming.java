package org.rpcscope.capture;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.Problem;

/** The classic format of libpcap (pcap-savefile(5)): a header of 24 bytes, then records with headers of 16. */
record PcapFraming() implements Framing {

    static final int MICROS = 0xA1B2C3D4;
    static final int NANOS = 0xA1B23C4D;

    private static final int FILE_HEADER = 24;
    private static final int RECORD_HEADER = 16;

    /** A guess must hold for so many records in a row, or to the end of the bytes. */
    private static final int GUESSED_RECORDS = 5;

    @Override
    public @Nullable String open(Chunk chunk) {
        if (!chunk.has(FILE_HEADER)) {
            return "the file header is cut short";
        }
        ByteBuffer bytes = chunk.buffer;
        int magic = bytes.getInt(0);
        boolean little = magic != MICROS && magic != NANOS;
        int word = little ? Integer.reverseBytes(magic) : magic;
        Clock clock = word == NANOS ? Clock.NANOSECONDS : Clock.MICROSECONDS;
        int linkType = word(bytes, 20, little) & 0xFFFF; // the upper half holds the length of the frame check sequence
        chunk.before = new Section(little, List.of(new Section.Interface(linkType, word(bytes, 16, little), clock, 0)));
        chunk.start = FILE_HEADER;
        return null;
    }

    @Override
    public int guess(Chunk chunk, Section section) {
        for (int at = 0; at < chunk.limit; at++) {
            if (plausible(chunk, at, section)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean plausible(Chunk chunk, int from, Section section) {
        ByteBuffer bytes = chunk.buffer;
        boolean little = section.little();
        long unit = section.interfaces().getFirst().clock().unitsPerSecond();
        int at = from;
        int seconds = 0;
        for (int record = 0; record < GUESSED_RECORDS; record++) {
            if (at + RECORD_HEADER > chunk.length) {
                return record > 0;
            }
            int time = word(bytes, at, little);
            int captured = word(bytes, at + 8, little);
            int original = word(bytes, at + 12, little);
            boolean near = record == 0 || Math.abs((long) time - seconds) < 86_400;
            if (!near
                    || Integer.toUnsignedLong(word(bytes, at + 4, little)) >= unit
                    || captured < 0
                    || captured > Chunk.LARGEST_PACKET
                    || Integer.compareUnsigned(original, captured) < 0
                    || original > 1 << 24) {
                return false;
            }
            seconds = time;
            at += RECORD_HEADER + captured;
        }
        return true;
    }

    @Override
    public void walk(Chunk chunk) {
        boolean little = chunk.before.little();
        Section.Interface from = chunk.before.interfaces().getFirst();
        int unit = (int) (1_000_000_000L / from.clock().unitsPerSecond());
        int linkType = from.linkType();
        int at = chunk.start;
        long count = 0;
        while (at < chunk.limit) {
            int next = record(chunk, at, little, unit, linkType);
            if (next == at) {
                break;
            }
            count++;
            at = next;
        }
        chunk.count = count;
        chunk.end = at;
    }

    /**
     * Decodes the record at an index. A method of its own, so that the compiler meets it as often as there are packets.
     *
     * @param unit nanoseconds in the smaller unit of the time stamps
     * @return where the next one begins; the same index where this one is cut short or impossible, which ends the capture
     */
    private static int record(Chunk chunk, int at, boolean little, int unit, int linkType) {
        if (!chunk.has(at + RECORD_HEADER)) {
            return fault(chunk, at, Problem.CUT_SHORT + "a packet's header");
        }
        ByteBuffer bytes = chunk.buffer;
        long time = words(bytes, at, little);
        long lengths = words(bytes, at + 8, little);
        int captured = (int) (lengths >>> 32);
        if (captured < 0 || captured > Chunk.LARGEST_PACKET) {
            String stated = Integer.toUnsignedString(captured);
            return fault(chunk, at, "a packet of " + stated + " bytes is impossible: the rest is not read");
        }
        int packet = at + RECORD_HEADER;
        if (!chunk.has(packet + captured)) {
            return fault(chunk, at, Problem.CUT_SHORT + "a packet");
        }
        long nanos = (time >>> 32) * 1_000_000_000L + (time & 0xFFFFFFFFL) * unit;
        chunk.packet(at, packet, captured, (int) lengths, linkType, nanos);
        return packet + captured;
    }

    private static int fault(Chunk chunk, int at, String reason) {
        chunk.fault = Problem.at(chunk.position + at, reason);
        return at;
    }

    /** Two words, the first in the upper half. */
    private static long words(ByteBuffer bytes, int index, boolean little) {
        long value = bytes.getLong(index);
        return little ? Long.rotateLeft(Long.reverseBytes(value), 32) : value;
    }

    static int word(ByteBuffer bytes, int index, boolean little) {
        int value = bytes.getInt(index);
        return little ? Integer.reverseBytes(value) : value;
    }
}
