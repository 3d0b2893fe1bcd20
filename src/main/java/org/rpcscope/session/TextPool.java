package org.rpcscope.session;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Every short text of a case once, known by a small number: states, services, actions. Number 0 stands for "absent". A
 * hostile log could make every text different: beyond {@link #MOST} texts all new ones share one number. Any thread.
 */
public final class TextPool {

    /** The number of a text that is not there. */
    public static final int ABSENT = 0;

    /** How many different texts are kept. */
    public static final int MOST = 1 << 20;

    /** How many bytes of a text are kept. */
    public static final int LONGEST = 1024;

    private static final String TOO_MANY = "(one of too many values)";

    private final ConcurrentHashMap<Key, Integer> ids = new ConcurrentHashMap<>();
    private volatile @Nullable String[] texts = new String[64];
    private int size = 1;

    /** The number of a text; of the absent text, {@link #ABSENT}. */
    public int intern(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return intern(bytes, 0, bytes.length);
    }

    /** The number of the UTF-8 text in the bytes from {@code from} to {@code to}. */
    public int intern(byte[] bytes, int from, int to) {
        int end = Math.min(to, from + LONGEST);
        Key probe = new Key(bytes, from, end);
        Integer id = ids.get(probe);
        return id != null ? id : add(new Key(Arrays.copyOfRange(bytes, from, end), 0, end - from));
    }

    /** The text that a number stands for, or null for {@link #ABSENT}. */
    public @Nullable String text(int id) {
        return texts[id];
    }

    private synchronized int add(Key key) {
        Integer known = ids.get(key);
        if (known != null) {
            return known;
        }
        int id = size;
        if (id > MOST) {
            return MOST;
        }
        if (id >= texts.length) {
            texts = Arrays.copyOf(texts, texts.length * 2);
        }
        texts[id] = id == MOST ? TOO_MANY : new String(key.bytes, key.from, key.to - key.from, StandardCharsets.UTF_8);
        size = id + 1;
        ids.put(key, id); // last: whoever finds the number finds the text
        return id;
    }

    /** A range of bytes that is equal to another by content, so that a look-up copies nothing. */
    private static final class Key implements Comparable<Key> {
        private final byte[] bytes;
        private final int from;
        private final int to;
        private final int hash;

        Key(byte[] bytes, int from, int to) {
            this.bytes = bytes;
            this.from = from;
            this.to = to;
            int h = 0;
            for (int i = from; i < to; i++) {
                h = 31 * h + bytes[i];
            }
            hash = h;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && Arrays.equals(bytes, from, to, key.bytes, key.from, key.to);
        }

        @Override
        public int compareTo(Key other) { // lets the map stay fast when a hostile input makes the hashes equal
            return Arrays.compare(bytes, from, to, other.bytes, other.from, other.to);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }
}
