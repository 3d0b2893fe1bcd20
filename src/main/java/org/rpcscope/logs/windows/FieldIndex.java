package org.rpcscope.logs.windows;

/** Finds the fields of one record by name: made anew when the first one is asked for. One thread. */
final class FieldIndex {

    private static final int SLOTS = 1 << 8;

    /** Records with more fields are searched one by one: there are none, but made ones. */
    private static final int MOST = SLOTS / 2;

    private final short[] slots = new short[SLOTS]; // one more than the number of a field
    private final int[] filled = new int[MOST];
    private int used;
    private boolean made;
    private boolean repeats;

    /** Forgets the record. */
    void clear() {
        for (int i = 0; i < used; i++) {
            slots[filled[i]] = 0;
        }
        used = 0;
        made = false;
    }

    /** The number of the first field of a name, or -1. */
    int first(String[] names, int count, String name) {
        if (count > MOST) {
            return next(names, count, name, 0);
        }
        if (!made) {
            make(names, count);
        }
        int slot = slot(names, name);
        return slots[slot] - 1;
    }

    /** The number of the next field of a name, from a number on, or -1. */
    int next(String[] names, int count, String name, int from) {
        if (made && !repeats && from > 0) {
            return -1;
        }
        for (int i = from; i < count; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    private void make(String[] names, int count) {
        made = true;
        repeats = false;
        for (int i = 0; i < count; i++) {
            int slot = slot(names, names[i]);
            if (slots[slot] == 0) {
                slots[slot] = (short) (i + 1);
                filled[used++] = slot;
            } else {
                repeats = true;
            }
        }
    }

    /** Where the name is, or where it would be put: at most half of the slots are taken. */
    private int slot(String[] names, String name) {
        int hash = name.hashCode();
        int slot = (hash ^ hash >>> 13) & SLOTS - 1;
        while (slots[slot] != 0 && !names[slots[slot] - 1].equals(name)) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }
}
