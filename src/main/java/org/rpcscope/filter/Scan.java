package org.rpcscope.filter;

import java.util.function.IntPredicate;
import org.rpcscope.session.SessionBlock;

/** A question about sessions, asked of a block of them at a time. Any thread, each with a block of its own. */
interface Scan {

    /** Holds for no session. */
    Scan NONE = (_, _, _) -> {};

    /** So many words hold the bits of a block. */
    int WORDS = SessionBlock.SIZE / Long.SIZE;

    /**
     * Sets the bits of the sessions for which it holds, and leaves the others as they are.
     *
     * @param at the word of the first session
     */
    void find(SessionBlock block, long[] words, int at);

    /** A question that is asked of each session by its number. */
    static Scan each(IntPredicate question) {
        return (block, words, at) -> {
            for (int i = 0; i < block.count(); i++) {
                if (question.test(block.from() + i)) {
                    words[at + (i >>> 6)] |= 1L << i;
                }
            }
        };
    }

    /** A question about a small number that stands for each session. */
    static Scan of(SessionBlock.Cell cell, Answers answers) {
        return (block, words, at) -> answers.find(block.of(cell), block.count(), words, at);
    }

    /** Holds where this holds or the other. */
    default Scan or(Scan other) {
        return (block, words, at) -> {
            find(block, words, at);
            other.find(block, words, at);
        };
    }

    /** Holds where this does not. */
    default Scan not() {
        return (block, words, at) -> {
            long[] found = new long[WORDS];
            find(block, found, 0);
            for (int i = 0; i < block.count(); i += Long.SIZE) {
                words[at + (i >>> 6)] |= ~found[i >>> 6] & last(block.count() - i);
            }
        };
    }

    /** Holds where this and the other hold. */
    default Scan and(Scan other) {
        return (block, words, at) -> {
            long[] found = new long[WORDS];
            long[] both = new long[WORDS];
            find(block, found, 0);
            other.find(block, both, 0);
            for (int i = 0; i < block.count(); i += Long.SIZE) {
                words[at + (i >>> 6)] |= found[i >>> 6] & both[i >>> 6];
            }
        };
    }

    /** Holds for every session, or for none. */
    static Scan always(boolean holds) {
        return holds ? NONE.not() : NONE;
    }

    /** So many bits at the low end, at most all. */
    private static long last(int bits) {
        return bits >= Long.SIZE ? -1L : (1L << bits) - 1;
    }
}
