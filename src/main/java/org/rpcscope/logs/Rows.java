package org.rpcscope.logs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Problems;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.TextPool;

/** The observations of one chunk of a log, and its problems, until their turn comes to be committed. */
final class Rows {

    private static final int NUMBERS = 7;
    private static final int IDS = 7;
    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] numbers = new long[FIRST_CAPACITY * NUMBERS];
    private int[] ids = new int[FIRST_CAPACITY * IDS];
    private int count;
    private int lines;
    private long faults;
    private final List<Problem> problems = new ArrayList<>(); // their lines are counted within the chunk

    void clear() {
        count = 0;
        lines = 0;
        faults = 0;
        problems.clear();
    }

    int count() {
        return count;
    }

    /** How many lines the chunk has. */
    int lines() {
        return lines;
    }

    /** Notes that a line begins. */
    void line() {
        lines++;
    }

    /** Notes what is wrong with the line that began last. */
    void problem(long offset, String reason) {
        faults++;
        if (problems.size() < Problems.KEPT) {
            problems.add(new Problem(offset, lines, reason));
        }
    }

    /** Adds an observation. */
    void add(ConnRecord record, long origin) {
        if (count * NUMBERS == numbers.length) {
            numbers = Arrays.copyOf(numbers, numbers.length * 2);
            ids = Arrays.copyOf(ids, ids.length * 2);
        }
        int n = count * NUMBERS;
        numbers[n] = record.start;
        numbers[n + 1] = record.end;
        numbers[n + 2] = origin;
        numbers[n + 3] = record.sourceBytes;
        numbers[n + 4] = record.destinationBytes;
        numbers[n + 5] = record.sourcePackets;
        numbers[n + 6] = record.destinationPackets;
        int i = count * IDS;
        ids[i] = record.source;
        ids[i + 1] = record.destination;
        ids[i + 2] = record.sourcePort << 16 | record.destinationPort;
        ids[i + 3] = record.evidence;
        ids[i + 4] = record.state;
        ids[i + 5] = record.history;
        ids[i + 6] = record.service;
        count++;
    }

    /** Writes the observations to rows of the table that were reserved for them. Several chunks at once. */
    void write(ObservationTable table, int firstRow) {
        for (int k = 0; k < count; k++) {
            int row = firstRow + k;
            int n = k * NUMBERS;
            int i = k * IDS;
            table.open(row, ids[i], ids[i + 1], ids[i + 2], numbers[n], numbers[n + 2]);
            table.count(row, numbers[n + 3], numbers[n + 4], (int) numbers[n + 5], (int) numbers[n + 6]);
            table.see(row, numbers[n + 1], ids[i + 3]);
            table.describe(row, TextPool.ABSENT, ids[i + 4], ids[i + 5], ids[i + 6]);
        }
    }

    /** Hands the problems on, with their true lines. */
    void report(Problems to, long linesBefore) {
        for (Problem problem : problems) {
            to.add(new Problem(problem.offset(), linesBefore + problem.line(), problem.reason()));
        }
        for (long i = problems.size(); i < faults; i++) {
            to.add(problems.getLast()); // only counted: a hundred came before it
        }
    }
}
