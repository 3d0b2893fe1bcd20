package org.rpcscope.capture;

import org.jspecify.annotations.Nullable;

/**
 * The flows of one partition by their ends: open addressing, the latest flow where ends were used again. The hashes lie
 * beside the flows, so that a search looks only at the flow that it finds: the others, mostly ended, stay out of the
 * processor's caches.
 */
final class FlowTable {

    /** So long after its last packet a closed TCP conversation, or a UDP one, is forgotten when room is needed. */
    static final long FORGOTTEN_AFTER = 120_000_000_000L;

    private @Nullable Flow[] slots = new Flow[256];
    private int[] hashes = new int[256];
    private int size;

    /** The latest flow with these ends, or null. */
    @Nullable
    Flow find(FlowKey key) {
        int hash = key.hash();
        int mask = slots.length - 1;
        for (int i = hash & mask; ; i = (i + 1) & mask) {
            if (hashes[i] == hash) { // an empty slot has the hash 0, as a flow may have
                Flow flow = slots[i];
                if (flow == null || key.matches(flow)) {
                    return flow;
                }
            } else if (hashes[i] == 0 && slots[i] == null) {
                return null;
            }
        }
    }

    /**
     * Puts a flow in, in the place of one with the same ends.
     *
     * @param now the time of the capture, for forgetting
     */
    void put(FlowKey key, Flow flow, long now) {
        if (size * 2 >= slots.length) {
            makeRoom(now);
        }
        int hash = key.hash();
        int mask = slots.length - 1;
        int i = hash & mask;
        for (Flow there = slots[i]; there != null; there = slots[i]) {
            if (hashes[i] == hash && key.matches(there)) {
                slots[i] = flow;
                return;
            }
            i = (i + 1) & mask;
        }
        slots[i] = flow;
        hashes[i] = hash;
        size++;
    }

    /** Forgets what has ended long ago, by the capture's own clock alone, and grows if that did not free half. */
    private void makeRoom(long now) {
        int kept = 0;
        for (Flow flow : slots) {
            kept += flow != null && keep(flow, now) ? 1 : 0;
        }
        int length = kept * 4 > slots.length ? slots.length * 2 : slots.length;
        @Nullable Flow[] next = new Flow[length];
        int[] nextHashes = new int[length];
        for (int from = 0; from < slots.length; from++) {
            Flow flow = slots[from];
            if (flow != null && keep(flow, now)) {
                int i = hashes[from] & (length - 1);
                while (next[i] != null) {
                    i = (i + 1) & (length - 1);
                }
                next[i] = flow;
                nextHashes[i] = hashes[from];
            }
        }
        slots = next;
        hashes = nextHashes;
        size = kept;
    }

    private static boolean keep(Flow flow, long now) {
        return flow.dirty || !(flow.udp || flow.closed()) || now - flow.end < FORGOTTEN_AFTER;
    }
}
