package org.rpcscope.bench;

import java.util.List;
import java.util.Locale;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Detector;
import org.rpcscope.net.Networks;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.tuning.Weights;

/**
 * How much memory ten million sessions between a million addresses take: the columns, the interned values beside them, and
 * what detection adds. Counted as the heap that is left after a collection.
 */
public final class MemoryBench {

    private static final int SESSIONS = 10_000_000;
    private static final int ADDRESSES = 1_000_000;

    private MemoryBench() {}

    /** Prints one line for each part; an argument {@code packets} measures rows without the words of a log. */
    public static void main(String[] arguments) {
        boolean words = arguments.length == 0 || !arguments[0].equals("packets");
        SyntheticCase synthetic = new SyntheticCase(SESSIONS, ADDRESSES, words);
        long before = used();
        Pools pools = new Pools();
        int[] ids = synthetic.intern(pools);
        long interned = used() - 4L * ids.length;
        System.out.printf(
                Locale.ROOT,
                "interned values: %.1f MB, %.1f bytes an address%n",
                (interned - before) / 1e6,
                (interned - before) / (double) pools.addresses().size());
        long empty = used();
        ObservationTable table = synthetic.table(pools, ids);
        long filled = used();
        print("columns", filled - empty);
        Detector detector = new Detector(pools, WhatIfBench.rules(), Networks.defaults(), Weights.defaults());
        Detection detection = detector.run(List.of(table));
        long detected = used();
        print("detection, " + detection.flaggedCount() + " flagged", detected - filled);
        print("scores", scored(detection) - detected);
        print("together", used() - empty);
        if (ids.length + detector.run(List.of(table)).flaggedCount() == 0) { // keeps everything alive until here
            System.out.println();
        }
    }

    private static long scored(Detection detection) {
        return detection.flaggedByScore().length > 0 ? used() : 0;
    }

    private static void print(String part, long bytes) {
        System.out.printf(
                Locale.ROOT, "%s: %.1f MB, %.1f bytes a session%n", part, bytes / 1e6, bytes / (double) SESSIONS);
    }

    private static long used() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
