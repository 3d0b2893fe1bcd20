package org.rpcscope.query;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A growing set of row numbers. Stored in blocks of {@link Column#BLOCK} rows; a block that is empty takes no memory, so
 * the few flagged among millions cost little. One writer; readers need it handed over safely.
 */
public final class Bitmap {

    private static final int SHIFT = 12;
    private static final int WORDS = Column.BLOCK / 64;

    private long[] @Nullable [] blocks = new long[4][];

    public boolean contains(int row) {
        long[] words = block(row >>> SHIFT);
        return words != null && (words[(row >>> 6) & (WORDS - 1)] & (1L << row)) != 0;
    }

    public void add(int row) {
        int block = row >>> SHIFT;
        long[] words = block(block);
        if (words == null) {
            words = new long[WORDS];
            room(block);
            blocks[block] = words;
        }
        words[(row >>> 6) & (WORDS - 1)] |= 1L << row;
    }

    public void remove(int row) {
        long[] words = block(row >>> SHIFT);
        if (words != null) {
            words[(row >>> 6) & (WORDS - 1)] &= ~(1L << row);
        }
    }

    /** Replaces a whole block by the words, which are copied; they hold {@link Column#BLOCK} bits. */
    public void put(int block, long[] words) {
        boolean empty = true;
        for (int i = 0; i < WORDS; i++) {
            empty &= words[i] == 0;
        }
        room(block);
        blocks[block] = empty ? null : Arrays.copyOf(words, WORDS);
    }

    /** The words of a block, not to be changed, or null where it is empty. */
    public long @Nullable [] block(int block) {
        return block < blocks.length ? blocks[block] : null;
    }

    /** How many blocks there may be; those beyond are empty. */
    public int blocks() {
        return blocks.length;
    }

    public int count() {
        int count = 0;
        for (long[] words : blocks) {
            for (int i = 0; words != null && i < WORDS; i++) {
                count += Long.bitCount(words[i]);
            }
        }
        return count;
    }

    /** Calls the action for each row of the set, in ascending order. */
    public void forEach(IntConsumer action) {
        for (int block = 0; block < blocks.length; block++) {
            long[] words = blocks[block];
            for (int i = 0; words != null && i < WORDS; i++) {
                for (long rest = words[i]; rest != 0; rest &= rest - 1) {
                    action.accept((block << SHIFT) + (i << 6) + Long.numberOfTrailingZeros(rest));
                }
            }
        }
    }

    private void room(int block) {
        if (block >= blocks.length) {
            blocks = Arrays.copyOf(blocks, Math.max(block + 1, blocks.length * 2));
        }
    }
}
