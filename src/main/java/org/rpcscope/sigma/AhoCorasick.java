package org.rpcscope.sigma;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/**
 * Finds many texts in another one, in one pass (Aho and Corasick, 1975). Steps between nodes are kept in one hash table,
 * since a node has few. Immutable.
 */
final class AhoCorasick {

    private static final int ROOT = 0;
    private static final int NONE = -1;

    private final int[] rootStep = new int[128];
    private long[] keys = new long[64];
    private int[] targets = new int[64];
    private int steps;
    private int[] fallback = new int[16];
    private int[] shorterMatch = new int[16];
    private final List<int[]> found = new ArrayList<>();

    /** @param texts each with the numbers that are told when it is found; none is empty */
    AhoCorasick(Map<String, int[]> texts) {
        Arrays.fill(keys, NONE);
        node();
        texts.forEach(this::insert);
        link();
        for (int c = 0; c < rootStep.length; c++) {
            rootStep[c] = Math.max(ROOT, step(ROOT, (char) c));
        }
    }

    /** Tells the numbers of each text that is found, once for each place where it ends. */
    void search(String text, IntConsumer numbers) {
        int node = ROOT;
        for (int i = 0; i < text.length(); i++) {
            node = next(node, text.charAt(i));
            for (int match = found.get(node) == null ? shorterMatch[node] : node;
                    match > ROOT;
                    match = shorterMatch[match]) {
                for (int number : found.get(match)) {
                    numbers.accept(number);
                }
            }
        }
    }

    private int next(int from, char c) {
        int node = from;
        while (node != ROOT) {
            int target = step(node, c);
            if (target >= 0) {
                return target;
            }
            node = fallback[node];
        }
        return c < rootStep.length ? rootStep[c] : Math.max(ROOT, step(ROOT, c));
    }

    private void insert(String text, int[] numbers) {
        int node = ROOT;
        for (int i = 0; i < text.length(); i++) {
            int target = step(node, text.charAt(i));
            if (target < 0) {
                target = node();
                put(node, text.charAt(i), target);
            }
            node = target;
        }
        found.set(node, numbers);
    }

    private int node() {
        int node = found.size();
        found.add(null);
        if (node == fallback.length) {
            fallback = Arrays.copyOf(fallback, node * 2);
            shorterMatch = Arrays.copyOf(shorterMatch, node * 2);
        }
        return node;
    }

    /** Sets, from the shortest on, where the search goes on when there is no step, and the next shorter text found. */
    private void link() {
        List<List<Integer>> children = new ArrayList<>();
        char[] reached = new char[found.size()];
        for (int i = 0; i < found.size(); i++) {
            children.add(new ArrayList<>(2));
        }
        for (int slot = 0; slot < keys.length; slot++) {
            if (keys[slot] != NONE) {
                children.get((int) (keys[slot] >>> 16)).add(targets[slot]);
                reached[targets[slot]] = (char) keys[slot];
            }
        }
        ArrayDeque<Integer> queue = new ArrayDeque<>(children.getFirst());
        while (!queue.isEmpty()) {
            int node = queue.remove();
            for (int child : children.get(node)) {
                int back = fallback[node];
                while (back != ROOT && step(back, reached[child]) < 0) {
                    back = fallback[back];
                }
                fallback[child] = Math.max(ROOT, step(back, reached[child]));
                int other = fallback[child];
                shorterMatch[child] = found.get(other) == null ? shorterMatch[other] : other;
                queue.add(child);
            }
        }
    }

    private int step(int node, char c) {
        long key = (long) node << 16 | c;
        for (int slot = slot(key); ; slot = slot + 1 & keys.length - 1) {
            if (keys[slot] == key) {
                return targets[slot];
            }
            if (keys[slot] == NONE) {
                return NONE;
            }
        }
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32) & keys.length - 1;
    }

    private void put(int node, char c, int target) {
        if (++steps * 2 > keys.length) {
            grow();
        }
        place((long) node << 16 | c, target);
    }

    private void place(long key, int target) {
        int slot = slot(key);
        while (keys[slot] != NONE) {
            slot = slot + 1 & keys.length - 1;
        }
        keys[slot] = key;
        targets[slot] = target;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldTargets = targets;
        keys = new long[oldKeys.length * 2];
        Arrays.fill(keys, NONE);
        targets = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != NONE) {
                place(oldKeys[i], oldTargets[i]);
            }
        }
    }
}
