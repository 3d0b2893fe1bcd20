package org.rpcscope.logs;

import java.util.Arrays;

/**
 * The names that members of JSON objects had so far, each with what it means and with the name that came after it. Lines of
 * a log repeat each other's members: the next name is compared with the one that is expected, eight bytes at a time, and
 * looked for only where it is another. A wrong expectation costs time and changes no result. One thread.
 */
final class MemberNames {

    /** The answer where a name is not here. */
    static final int NONE = -1;

    /** What comes first in an object that is no member of another one. */
    static final int TOP = 2 << 9;

    private static final int SLOTS = TOP / 2;
    private static final int TRIED =
            4; // slots a name may be in; where all are taken, the first one's name is forgotten
    private static final int WIDTH =
            8; // numbers of a slot: words of the name and its quote, then its scope, then a mask
    private static final int WORDS = 6;
    private static final int SCOPE = 6;
    private static final int MASK = 7;
    private static final int LONGEST = WORDS * 8 - 1;

    private final long[] cells = new long[SLOTS * WIDTH];
    private final int[] lengths = new int[SLOTS];
    private final int[] meanings = new int[SLOTS];
    private final int[] next = new int[TOP + 1]; // behind a member, inside of a member, at the top

    MemberNames() {
        for (int slot = 0; slot < SLOTS; slot++) {
            cells[slot * WIDTH + SCOPE] = NONE;
        }
    }

    /** What was before the first member of the object that is the value of this one. */
    static int inside(int name) {
        return name == NONE ? TOP : SLOTS + name;
    }

    /** How many bytes the name has. */
    int length(int name) {
        return lengths[name];
    }

    int meaning(int name) {
        return meanings[name];
    }

    /**
     * The name that came last time at this place, if it is there again.
     *
     * @param from where the name begins, behind its quote
     * @param scope tells names of different objects apart that mean different things; not negative
     * @param before the name before it, or {@link #inside}
     */
    int expected(byte[] bytes, int from, int scope, int before) {
        int name = next[before];
        return holds(name, bytes, from, scope) ? name : NONE;
    }

    /** The same for a name that ends before {@code to} and was not the expected one; next time it is. */
    int find(byte[] bytes, int from, int to, int scope, int before) {
        if (to - from > LONGEST) {
            return NONE;
        }
        int home = home(bytes, from, to, scope);
        for (int i = 0; i < TRIED; i++) {
            int slot = home + i & SLOTS - 1;
            if (lengths[slot] == to - from && holds(slot, bytes, from, scope)) {
                next[before] = slot;
                return slot;
            }
        }
        return NONE;
    }

    /** Keeps a name that was not found, unless it is too long. */
    int add(byte[] bytes, int from, int to, int scope, int before, int meaning) {
        int length = to - from;
        if (length > LONGEST) {
            return NONE;
        }
        int home = home(bytes, from, to, scope);
        int slot = home;
        for (int i = 0; i < TRIED && cells[slot * WIDTH + SCOPE] != NONE; i++) {
            slot = home + i & SLOTS - 1;
        }
        slot = cells[slot * WIDTH + SCOPE] != NONE ? home : slot;
        byte[] quoted = Arrays.copyOf(Arrays.copyOfRange(bytes, from, to + 1), LONGEST + 1 + Words.PAD);
        int last = length / 8;
        for (int i = 0; i <= last; i++) {
            cells[slot * WIDTH + i] = Words.at(quoted, i * 8);
        }
        cells[slot * WIDTH + SCOPE] = (long) scope << 3 | last;
        cells[slot * WIDTH + MASK] = -1L >>> 56 - length % 8 * 8;
        lengths[slot] = length;
        meanings[slot] = meaning;
        next[before] = slot;
        return slot;
    }

    /** Names of other lengths end at another quote: none is the beginning of another. */
    private boolean holds(int slot, byte[] bytes, int from, int scope) {
        int k = slot * WIDTH;
        int last = (int) cells[k + SCOPE] - (scope << 3);
        if (last < 0 || last >= WORDS) {
            return false;
        }
        for (int i = 0; i < last; i++) {
            if (Words.at(bytes, from + i * 8) != cells[k + i]) {
                return false;
            }
        }
        return ((Words.at(bytes, from + last * 8) ^ cells[k + last]) & cells[k + MASK]) == 0;
    }

    private static int home(byte[] bytes, int from, int to, int scope) {
        int hash = scope;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return (hash * 0x9E3779B9 >>> 16) & SLOTS - 1;
    }
}
