package org.rpcscope.capture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.rpcscope.stream.StreamInspector;

/** What holds for every way that the bytes of a stream may take. */
class SequencerPropertyTest {

    /** A segment as it is sent: from an index of the stream up to another. */
    private record Sent(int from, int to) {}

    @Property(tries = 500)
    void anyOrderDuplicationAndSegmentationYieldsTheSameBytesOnceAndInOrder(
            @ForAll long seed, @ForAll int first, @ForAll @IntRange(min = 1, max = 3000) int length) {
        Random random = new Random(seed);
        byte[] stream = new byte[length];
        random.nextBytes(stream);
        Listener listener = new Listener();
        Sequencer sequencer = new Sequencer(listener, true);
        sequencer.begin(first);
        for (Sent sent : way(random, length)) {
            int padding = random.nextInt(5);
            ByteBuffer packet = ByteBuffer.allocate(padding + sent.to - sent.from);
            packet.put(padding, stream, sent.from, sent.to - sent.from);
            sequencer.segment(first + sent.from, sent.to - sent.from, packet, padding, sent.to - sent.from, 1, 2);
        }
        assertArrayEquals(stream, listener.heard.toByteArray());
        assertEquals(0, sequencer.held());
        assertEquals(0, listener.lost);
    }

    /** The same with losses: what was told and what was lost add up, and nothing is held at the end. */
    @Property(tries = 500)
    void withLossesEveryByteIsToldOrLostAndStandsInItsPlace(
            @ForAll long seed, @ForAll int first, @ForAll @IntRange(min = 1, max = 3000) int length) {
        Random random = new Random(seed);
        byte[] stream = new byte[length];
        random.nextBytes(stream);
        Listener listener = new Listener();
        Sequencer sequencer = new Sequencer(listener, false);
        sequencer.begin(first);
        for (Sent sent : way(random, length)) {
            if (random.nextInt(4) != 0) {
                int there = random.nextInt(6) == 0 ? random.nextInt(sent.to - sent.from + 1) : sent.to - sent.from;
                ByteBuffer packet = ByteBuffer.wrap(stream, sent.from, there).slice();
                sequencer.segment(first + sent.from, sent.to - sent.from, packet, 0, there, 1, 2);
            }
            if (random.nextInt(5) == 0) {
                sequencer.acknowledge(first + random.nextInt(length + 1), 3);
            }
        }
        sequencer.end(first + length);
        sequencer.finish(4);
        byte[] heard = listener.heard.toByteArray(); // with zeros in the place of gaps
        assertEquals(length, heard.length);
        int wrong = 0;
        for (int i = 0; i < length; i++) {
            wrong += heard[i] == stream[i] ? 0 : 1;
        }
        assertEquals(0, Math.max(0, wrong - listener.lost));
        assertEquals(0, sequencer.held());
    }

    /** Segments that cover the stream, some of them twice or overlapping, in any order. */
    private static List<Sent> way(Random random, int length) {
        List<Sent> all = new ArrayList<>();
        for (int at = 0; at < length; ) {
            int to = Math.min(length, at + 1 + random.nextInt(random.nextBoolean() ? 4 : 400));
            all.add(new Sent(Math.max(0, at - (random.nextInt(3) == 0 ? random.nextInt(20) : 0)), to));
            if (random.nextInt(4) == 0) {
                all.add(all.getLast());
            }
            at = to;
        }
        int swaps = random.nextInt(3) == 0 ? 0 : random.nextInt(all.size() * 2);
        for (int i = 0; i < swaps; i++) {
            int one = random.nextInt(all.size());
            Collections.swap(all, one, Math.min(all.size() - 1, one + random.nextInt(8)));
        }
        return all;
    }

    /** Keeps what it is told, with zeros in the place of gaps. */
    private static final class Listener implements StreamInspector<String> {
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();
        private int lost;

        @Override
        public void bytes(boolean fromOriginator, long time, long origin, ByteBuffer bytes, int offset, int length) {
            for (int i = 0; i < length; i++) {
                heard.write(bytes.get(offset + i));
            }
        }

        @Override
        public void gap(boolean fromOriginator, long time, long length) {
            heard.writeBytes(new byte[(int) length]);
            lost += (int) length;
        }

        @Override
        public void drop() {}

        @Override
        public int pending() {
            return 0;
        }

        @Override
        public boolean recognised() {
            return false;
        }

        @Override
        public boolean done() {
            return false;
        }

        @Override
        public int version() {
            return 0;
        }

        @Override
        public @Nullable String result() {
            return null;
        }
    }
}
