package org.rpcscope.capture;

import org.jspecify.annotations.Nullable;

/** The flows of one partition by their ends: open addressing, the latest flow where ends were used again. */
final class FlowTable {

    /** So long after its last packet a closed TCP conversation, or a UDP one, is forgotten when room is needed. */
    static final long FORGOTTEN_AFTER = 120_000_000_000L;

    private @Nullable Flow[] slots = new Flow[256];
    private int size;

    @Nullable
    Flow find(FlowKey key) {
        int mask = slots.length - 1;
        for (int i = key.hash() & mask; ; i = (i + 1) & mask) {
            Flow flow = slots[i];
            if (flow == null || key.matches(flow)) {
                return flow;
            }
        }
    }

    /**
     * Puts a flow in, in the place of one with the same ends.
     *
     * @param now the time of the capture, for forgetting
     */
    void put(Flow flow, long now) {
        if (size * 2 >= slots.length) {
            makeRoom(now);
        }
        if (insert(slots, flow)) {
            size++;
        }
    }

    private static boolean insert(@Nullable Flow[] slots, Flow flow) {
        int mask = slots.length - 1;
        int i = FlowKey.hash(flow) & mask;
        for (Flow there = slots[i]; there != null; there = slots[i]) {
            if (sameEnds(there, flow)) {
                slots[i] = flow;
                return false;
            }
            i = (i + 1) & mask;
        }
        slots[i] = flow;
        return true;
    }

    private static boolean sameEnds(Flow a, Flow b) {
        return a.ports == b.ports
                && a.lowLow == b.lowLow
                && a.highLow == b.highLow
                && a.lowHigh == b.lowHigh
                && a.highHigh == b.highHigh
                && a.udp == b.udp;
    }

    /** Forgets what has ended long ago, by the capture's own clock alone, and grows if that did not free half. */
    private void makeRoom(long now) {
        int kept = 0;
        for (Flow flow : slots) {
            kept += flow != null && keep(flow, now) ? 1 : 0;
        }
        @Nullable Flow[] next = new Flow[kept * 4 > slots.length ? slots.length * 2 : slots.length];
        for (Flow flow : slots) {
            if (flow != null && keep(flow, now)) {
                insert(next, flow);
            }
        }
        slots = next;
        size = kept;
    }

    private static boolean keep(Flow flow, long now) {
        return flow.dirty || !(flow.udp || flow.closed()) || now - flow.end < FORGOTTEN_AFTER;
    }
}
