package org.rpcscope.overview;

import org.rpcscope.session.SessionBlock;

/** Counts some sessions of a block by a small number that stands for what they have. Any thread, each with its own. */
interface Counter {

    /** @param places of the sessions in the block, so many of them */
    void count(SessionBlock block, int[] places, int count, Counts counts);

    /** By what stands in a column. */
    static Counter of(SessionBlock.Cell cell) {
        return (block, places, count, counts) -> counts.add(block.of(cell), places, count);
    }

    /** Counts one session by its number. */
    interface Each {
        void count(int session, Counts counts);
    }

    /** One session after the other. */
    static Counter each(Each each) {
        return (block, places, count, counts) -> {
            for (int i = 0; i < count; i++) {
                each.count(block.from() + places[i], counts);
            }
        };
    }
}
