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
        ByteBuffer bytes = chunk.buffer;
        boolean little = chunk.before.little();
        Section.Interface from = chunk.before.interfaces().getFirst();
        int unit = (int) (1_000_000_000L / from.clock().unitsPerSecond());
        int linkType = from.linkType();
        int at = chunk.start;
        long count = 0;
        while (at < chunk.limit) {
            if (!chunk.has(at + RECORD_HEADER)) {
                chunk.fault = Problem.at(chunk.position + at, Problem.CUT_SHORT + "a packet's header");
                break;
            }
            int captured = word(bytes, at + 8, little);
            if (captured < 0 || captured > Chunk.LARGEST_PACKET) {
                chunk.fault = Problem.at(
                        chunk.position + at,
                        "a packet of " + Integer.toUnsignedString(captured)
                                + " bytes is impossible: the rest is not read");
                break;
            }
            int packet = at + RECORD_HEADER;
            if (!chunk.has(packet + captured)) {
                chunk.fault = Problem.at(chunk.position + at, Problem.CUT_SHORT + "a packet");
                break;
            }
            long time = (word(bytes, at, little) & 0xFFFFFFFFL) * 1_000_000_000L
                    + (word(bytes, at + 4, little) & 0xFFFFFFFFL) * unit;
            chunk.packet(at, packet, captured, word(bytes, at + 12, little), linkType, time);
            count++;
            at = packet + captured;
        }
        chunk.count = count;
        chunk.end = at;
    }

    static int word(ByteBuffer bytes, int index, boolean little) {
        int value = bytes.getInt(index);
        return little ? Integer.reverseBytes(value) : value;
    }
}
