package org.rpcscope.capture;

import java.util.Arrays;

/**
 * The packets of one chunk by partition: all packets of a conversation are in the partition that its two addresses give,
 * so that partitions can be tracked at the same time.
 */
final class Partitions implements TransportDecoder.Lists {

    /** How many there are: a few for each of many processors. */
    static final int COUNT = 32;

    private final Packets[] lists = new Packets[COUNT];

    Partitions() {
        Arrays.setAll(lists, i -> new Packets());
    }

    void clear() {
        for (Packets list : lists) {
            list.clear();
        }
    }

    Packets get(int partition) {
        return lists[partition];
    }

    /** The exclusive or of both addresses is the same whichever way a packet goes. */
    @Override
    public Packets between(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow) {
        return lists[of(sourceHigh, sourceLow, destinationHigh, destinationLow)];
    }

    /** The number of the partition that two addresses give. */
    static int of(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow) {
        long mixed = (sourceHigh ^ destinationHigh ^ sourceLow ^ destinationLow) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 59);
    }
}
