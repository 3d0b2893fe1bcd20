package org.rpcscope.capture;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts IP datagrams together from their fragments (RFC 791, RFC 8200 4.5). Holds a bounded number of unfinished ones and
 * drops the oldest; of overlapping bytes the first to come are kept.
 */
final class Defragmenter {

    /** How many unfinished datagrams are held in a partition. */
    private static final int MOST_UNFINISHED = 64;

    /** How many bytes one may have: what fits into IPv4's and IPv6's length fields. */
    private static final int LARGEST = 65_535;

    /** So long after its first fragment an unfinished datagram is given up (RFC 8200 4.5: 60 s). */
    private static final long PATIENCE = 60_000_000_000L;

    private record Key(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow, long identity) {}

    private static final class Unfinished {
        private final long since;
        private byte[] bytes = new byte[2048];
        private long[] present = new long[bytes.length >>> 6]; // by byte
        private int received;
        private int total = -1;

        Unfinished(long since) {
            this.since = since;
        }

        void room(int length) {
            if (length > bytes.length) {
                int larger = Math.min(LARGEST + 1, Math.max(length, bytes.length * 2));
                bytes = Arrays.copyOf(bytes, larger);
                present = Arrays.copyOf(present, (larger + 63) >>> 6);
            }
        }

        void put(ByteBuffer from, int offset, int position, int length) {
            room(position + length);
            for (int i = 0; i < length; i++) {
                int at = position + i;
                if ((present[at >>> 6] & (1L << at)) == 0) {
                    present[at >>> 6] |= 1L << at;
                    bytes[at] = from.get(offset + i);
                    received++;
                }
            }
        }

        boolean complete() {
            return total >= 0 && received >= total;
        }
    }

    private final Map<Key, Unfinished> unfinished = new LinkedHashMap<>();

    /**
     * Takes one fragment.
     *
     * @return the whole payload of the datagram, when this was the last piece of it
     */
    byte @Nullable [] add(Packets packets, int packet, ByteBuffer chunk) {
        int protocol = packets.tcpFlags(packet);
        int position = packets.acknowledgement(packet);
        int length = packets.payloadCaptured(packet);
        if (position + length > LARGEST) {
            return null; // a forged offset ("ping of death")
        }
        Key key = new Key(
                packets.sourceHigh(packet),
                packets.sourceLow(packet),
                packets.destinationHigh(packet),
                packets.destinationLow(packet),
                (long) packets.sequence(packet) << 8 | protocol);
        Unfinished datagram = unfinished.get(key);
        if (datagram != null && packets.time(packet) - datagram.since > PATIENCE) {
            unfinished.remove(key);
            datagram = null;
        }
        if (datagram == null) {
            datagram = new Unfinished(packets.time(packet));
            unfinished.put(key, datagram);
            dropOldest();
        }
        datagram.put(chunk, packets.payloadOffset(packet), position, length);
        if (!packets.marked(packet, Packets.MORE)) {
            datagram.total = position + length;
        }
        if (!datagram.complete()) {
            return null;
        }
        unfinished.remove(key);
        return Arrays.copyOf(datagram.bytes, datagram.total);
    }

    private void dropOldest() {
        if (unfinished.size() > MOST_UNFINISHED) {
            unfinished.remove(unfinished.keySet().iterator().next());
        }
    }
}
