package org.rpcscope.capture;

import java.nio.ByteBuffer;
import org.rpcscope.stream.StreamProbe;

/** A partition's datagrams in fragments: what is whole again is decoded as if it had come in one packet. */
final class Reassembly {

    private final Defragmenter defragmenter = new Defragmenter();
    private final Packets packets = new Packets();
    private final ByteBuffer bytes = ByteBuffer.allocateDirect(1 << 16);
    private final PacketDecoder decoder;

    Reassembly(StreamProbe probe) {
        decoder = new PacketDecoder(probe, (_, _, _, _) -> packets, bytes);
    }

    /** Takes a fragment; returns how many packets are ready in {@link #packets}: none, or one. */
    int add(Packets from, int packet, ByteBuffer chunk) {
        packets.clear();
        byte[] whole = defragmenter.add(from, packet, chunk);
        if (whole != null) {
            bytes.put(0, whole);
            long[] ends = {
                from.sourceHigh(packet),
                from.sourceLow(packet),
                from.destinationHigh(packet),
                from.destinationLow(packet)
            };
            decoder.reassembled(ends, from.tcpFlags(packet), whole.length, from.time(packet), from.origin(packet));
        }
        return packets.count();
    }

    Packets packets() {
        return packets;
    }

    /** Where the payloads of {@link #packets} are. */
    ByteBuffer bytes() {
        return bytes;
    }
}
