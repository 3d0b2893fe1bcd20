package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names that a format gives to parts of a record, to be found by their bytes. Immutable. */
public final class PartNames {

    /** The name is of no part. */
    public static final int UNKNOWN = -1;

    /** The name is of no part, but of an object that has some; its parts are named {@code object.part}. */
    public static final int OUTER = -2;

    private static final byte[] FREE = new byte[0];

    private final byte[][] names;
    private final int[] parts;
    private final int mask;

    private PartNames(Map<String, Integer> all) {
        int size = Integer.highestOneBit(all.size()) * 4;
        names = new byte[size][];
        Arrays.fill(names, FREE);
        parts = new int[size];
        mask = size - 1;
        all.forEach((name, part) -> {
            byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
            int slot = hash(bytes, 0, bytes.length) & mask;
            while (names[slot] != FREE) {
                slot = slot + 1 & mask;
            }
            names[slot] = bytes;
            parts[slot] = part;
        });
    }

    /** Names by part, several of them with a blank between: {@code "srcip src_ip"}. */
    public static PartNames of(Map<Part, String> words) {
        Map<String, Integer> all = new LinkedHashMap<>();
        words.forEach((part, names) -> {
            for (String name : names.split(" ", -1)) {
                all.put(name, part.ordinal());
                for (int dot = name.indexOf('.'); dot >= 0; dot = name.indexOf('.', dot + 1)) {
                    all.putIfAbsent(name.substring(0, dot), OUTER);
                }
            }
        });
        return new PartNames(all);
    }

    /** The ordinal of the part that the bytes name, {@link #OUTER} or {@link #UNKNOWN}. */
    public int find(byte[] bytes, int from, int to) {
        if (from >= to) {
            return UNKNOWN;
        }
        int slot = hash(bytes, from, to) & mask;
        while (names[slot] != FREE) {
            if (Arrays.equals(names[slot], 0, names[slot].length, bytes, from, to)) {
                return parts[slot];
            }
            slot = slot + 1 & mask;
        }
        return UNKNOWN;
    }

    private static int hash(byte[] bytes, int from, int to) {
        int middle = bytes[from + to >>> 1];
        int h = (to - from) * 0x9E3779B1 + bytes[from] * 0x85EBCA6B + bytes[to - 1] * 0xC2B2AE35 + middle * 0x27D4EB2F;
        return h ^ h >>> 15;
    }
}
