package org.rpcscope.logs;

import java.util.Arrays;

/**
 * The observations that later records may go with, by a key of three numbers: an open hash table of longs, since most logs
 * come here with every line. It forgets in generations: when it is full, what was not asked for since it was last full is
 * dropped. One thread.
 */
final class OpenConnections {

    /** How many are kept in a generation. */
    private static final int MOST = 1 << 17;

    /** Numbers of a connection: its key, and the cells that the user fills. */
    private static final int WIDTH = 11;

    static final int CELLS = 3;
    static final int ROW = CELLS;
    static final int SOURCE = CELLS + 1;
    static final int EVIDENCE = CELLS + 2;
    static final int END = CELLS + 3;

    /** Bytes from the source and the destination, then packets. */
    static final int COUNTERS = CELLS + 4;

    private static final long EMPTY = -1;

    private long[] now = empty(1 << 8);
    private long[] before = empty(1); // always with an empty slot, as every table here
    private int count;

    private static long[] empty(int slots) {
        long[] cells = new long[slots * WIDTH];
        Arrays.fill(cells, EMPTY);
        return cells;
    }

    /** The array that {@link #find} and {@link #add} answer places in; another one after each {@link #add}. */
    long[] cells() {
        return now;
    }

    /** Where the connection of a key is, or -1. */
    int find(long a, long b, long c) {
        int at = slot(now, a, b, c);
        if (now[at + ROW] != EMPTY) {
            return at;
        }
        long[] former = before; // which another one may become by adding
        int old = slot(former, a, b, c);
        if (former[old + ROW] == EMPTY) {
            return -1;
        }
        int place = add(a, b, c);
        System.arraycopy(former, old + CELLS, now, place + CELLS, WIDTH - CELLS);
        former[old + ROW] = EMPTY;
        return place;
    }

    /** Makes room for a connection, whose cells are what the one before with this key had; returns its place. */
    int add(long a, long b, long c) {
        int at = slot(now, a, b, c);
        if (now[at] == EMPTY) {
            if (count >= MOST) {
                long[] forgotten = before;
                before = now;
                now = forgotten.length == before.length ? forgotten : new long[before.length];
                Arrays.fill(now, EMPTY);
                count = 0;
            } else if (count * 2 * WIDTH >= now.length) {
                grow();
            }
            at = slot(now, a, b, c);
            count++;
            now[at] = a;
            now[at + 1] = b;
            now[at + 2] = c;
        }
        return at;
    }

    /** Forgets the connection at a place. */
    void remove(int at) {
        now[at + ROW] = EMPTY; // the key stays, for those that lie behind it
    }

    private void grow() {
        long[] old = now;
        now = empty(old.length / WIDTH * 2);
        for (int i = 0; i < old.length; i += WIDTH) {
            if (old[i] != EMPTY) {
                System.arraycopy(old, i, now, slot(now, old[i], old[i + 1], old[i + 2]), WIDTH);
            }
        }
    }

    /** Where the key is, or where it would be put. */
    private static int slot(long[] cells, long a, long b, long c) {
        int slots = cells.length / WIDTH;
        long hash = (a * 0x9E3779B97F4A7C15L ^ Long.rotateLeft(b, 29)) * 0xBF58476D1CE4E5B9L + c * 0x94D049BB133111EBL;
        int slot = (int) ((hash ^ hash >>> 32) & slots - 1);
        while (cells[slot * WIDTH] != EMPTY && !holds(cells, slot * WIDTH, a, b, c)) {
            slot = slot + 1 & slots - 1;
        }
        return slot * WIDTH;
    }

    private static boolean holds(long[] cells, int at, long a, long b, long c) {
        return cells[at] == a && cells[at + 1] == b && cells[at + 2] == c;
    }
}
