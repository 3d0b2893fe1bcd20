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

    private static final int FIRST_CAPACITY = 1 << 12;

    private int[] source = new int[FIRST_CAPACITY];
    private int[] destination = new int[FIRST_CAPACITY];
    private int[] ports = new int[FIRST_CAPACITY];
    private int[] evidence = new int[FIRST_CAPACITY];
    private int[] sourcePackets = new int[FIRST_CAPACITY];
    private int[] destinationPackets = new int[FIRST_CAPACITY];
    private int[] state = new int[FIRST_CAPACITY];
    private int[] history = new int[FIRST_CAPACITY];
    private int[] service = new int[FIRST_CAPACITY];
    private long[] start = new long[FIRST_CAPACITY];
    private long[] end = new long[FIRST_CAPACITY];
    private long[] origin = new long[FIRST_CAPACITY];
    private long[] sourceBytes = new long[FIRST_CAPACITY];
    private long[] destinationBytes = new long[FIRST_CAPACITY];
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

    /** Adds the record as an observation; {@code at} is the offset of its line. */
    void add(ConnFields record, long at) {
        if (count == source.length) {
            grow();
        }
        long[] values = record.values;
        int i = count++;
        source[i] = (int) values[ConnField.SOURCE.ordinal()];
        destination[i] = (int) values[ConnField.DESTINATION.ordinal()];
        ports[i] = (int) (values[ConnField.SOURCE_PORT.ordinal()] << 16 | values[ConnField.DESTINATION_PORT.ordinal()]);
        evidence[i] = ConnEvidence.of(values);
        sourcePackets[i] = (int) Math.min(Integer.MAX_VALUE, values[ConnField.SOURCE_PACKETS.ordinal()]);
        destinationPackets[i] = (int) Math.min(Integer.MAX_VALUE, values[ConnField.DESTINATION_PACKETS.ordinal()]);
        state[i] = (int) values[ConnField.STATE.ordinal()];
        history[i] = (int) values[ConnField.HISTORY.ordinal()];
        service[i] = (int) values[ConnField.SERVICE.ordinal()];
        start[i] = values[ConnField.TIME.ordinal()];
        end[i] = record.end();
        origin[i] = at;
        sourceBytes[i] = values[ConnField.SOURCE_BYTES.ordinal()];
        destinationBytes[i] = values[ConnField.DESTINATION_BYTES.ordinal()];
    }

    private void grow() {
        int more = count * 2;
        source = Arrays.copyOf(source, more);
        destination = Arrays.copyOf(destination, more);
        ports = Arrays.copyOf(ports, more);
        evidence = Arrays.copyOf(evidence, more);
        sourcePackets = Arrays.copyOf(sourcePackets, more);
        destinationPackets = Arrays.copyOf(destinationPackets, more);
        state = Arrays.copyOf(state, more);
        history = Arrays.copyOf(history, more);
        service = Arrays.copyOf(service, more);
        start = Arrays.copyOf(start, more);
        end = Arrays.copyOf(end, more);
        origin = Arrays.copyOf(origin, more);
        sourceBytes = Arrays.copyOf(sourceBytes, more);
        destinationBytes = Arrays.copyOf(destinationBytes, more);
    }

    /** Writes the observations to rows of the table that were reserved for them. Several chunks at once. */
    void write(ObservationTable table, int firstRow) {
        for (int i = 0; i < count; i++) {
            int row = firstRow + i;
            table.open(row, source[i], destination[i], ports[i], start[i], origin[i]);
            table.count(row, sourceBytes[i], destinationBytes[i], sourcePackets[i], destinationPackets[i]);
            table.see(row, end[i], evidence[i]);
            table.describe(row, TextPool.ABSENT, state[i], history[i], service[i]);
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
