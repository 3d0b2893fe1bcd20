package org.rpcscope.logs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Problems;
import org.rpcscope.session.Actors;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.TextPool;

/** The observations of one chunk of a log, and its problems, until their turn comes to be committed. */
public final class Rows {

    private static final int FIRST_CAPACITY = 1 << 12;

    private int[] source = new int[FIRST_CAPACITY];
    private int[] destination = new int[FIRST_CAPACITY];
    private int[] ports = new int[FIRST_CAPACITY];
    private int[] evidence = new int[FIRST_CAPACITY];
    private int[] sourcePackets = new int[FIRST_CAPACITY];
    private int[] destinationPackets = new int[FIRST_CAPACITY];
    private int[] action = new int[FIRST_CAPACITY];
    private int[] user = new int[FIRST_CAPACITY];
    private int[] host = new int[FIRST_CAPACITY];
    private int[] process = new int[FIRST_CAPACITY];
    private int[] policy = new int[FIRST_CAPACITY];
    private int[] state = new int[FIRST_CAPACITY];
    private int[] history = new int[FIRST_CAPACITY];
    private int[] service = new int[FIRST_CAPACITY];
    private long[] start = new long[FIRST_CAPACITY];
    private long[] end = new long[FIRST_CAPACITY];
    private long[] origin = new long[FIRST_CAPACITY];
    private long[] sourceBytes = new long[FIRST_CAPACITY];
    private long[] destinationBytes = new long[FIRST_CAPACITY];
    private long[] joinedBy = new long[FIRST_CAPACITY];
    private Joining[] joining = new Joining[FIRST_CAPACITY];
    private int count;
    private int lines;
    private long faults;
    private boolean joins;
    private final List<Problem> problems = new ArrayList<>(); // their lines are counted within the chunk

    /** Empties it, for the next chunk. */
    public void clear() {
        count = 0;
        lines = 0;
        faults = 0;
        joins = false;
        problems.clear();
    }

    /** How many observations it has. */
    public int count() {
        return count;
    }

    /** How many lines the chunk has. */
    int lines() {
        return lines;
    }

    /** Notes that a line begins. */
    public void line() {
        lines++;
    }

    /** Notes what is wrong with the line that began last. */
    public void problem(long offset, String reason) {
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
        action[i] = TextPool.ABSENT;
        user[i] = TextPool.ABSENT;
        host[i] = TextPool.ABSENT;
        process[i] = TextPool.ABSENT;
        policy[i] = TextPool.ABSENT;
        joining[i] = Joining.NONE;
    }

    /** Adds a record without fault as an observation; {@code at} is the offset of its line. */
    public void add(Connection record, long at) {
        if (count == source.length) {
            grow();
        }
        int i = count++;
        source[i] = record.source;
        destination[i] = record.destination;
        ports[i] = record.bothPorts();
        evidence[i] = record.evidence();
        sourcePackets[i] = (int) Math.min(Integer.MAX_VALUE, record.sourcePackets);
        destinationPackets[i] = (int) Math.min(Integer.MAX_VALUE, record.destinationPackets);
        state[i] = record.state;
        history[i] = TextPool.ABSENT;
        service[i] = record.service;
        start[i] = record.start;
        end[i] = record.lastTime();
        origin[i] = at;
        sourceBytes[i] = record.sourceBytes;
        destinationBytes[i] = record.destinationBytes;
        action[i] = record.action;
        user[i] = record.user;
        host[i] = record.host;
        process[i] = record.process;
        policy[i] = record.policy;
        joining[i] = record.joining;
        joinedBy[i] = record.joinedBy;
        joins |= record.joining != Joining.NONE;
    }

    /** Takes away the observations that go with earlier ones, which {@link Joins} knows from here on. */
    void join(Joins joins, int firstRow) {
        if (!this.joins) {
            return;
        }
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (joining[i] == Joining.NONE || !take(joins, i, firstRow + kept)) {
                move(i, kept++);
            }
        }
        count = kept;
    }

    private boolean take(Joins joins, int i, int row) {
        joins.source = source[i];
        joins.destination = destination[i];
        joins.ports = ports[i];
        joins.evidence = evidence[i];
        joins.joining = joining[i];
        joins.joinedBy = joinedBy[i];
        joins.start = start[i];
        joins.end = end[i];
        joins.counters[0] = sourceBytes[i];
        joins.counters[1] = destinationBytes[i];
        joins.counters[2] = sourcePackets[i];
        joins.counters[3] = destinationPackets[i];
        return joins.take(row);
    }

    private void move(int i, int to) {
        if (i == to) {
            return;
        }
        source[to] = source[i];
        destination[to] = destination[i];
        ports[to] = ports[i];
        evidence[to] = evidence[i];
        sourcePackets[to] = sourcePackets[i];
        destinationPackets[to] = destinationPackets[i];
        action[to] = action[i];
        user[to] = user[i];
        host[to] = host[i];
        process[to] = process[i];
        policy[to] = policy[i];
        state[to] = state[i];
        history[to] = history[i];
        service[to] = service[i];
        start[to] = start[i];
        end[to] = end[i];
        origin[to] = origin[i];
        sourceBytes[to] = sourceBytes[i];
        destinationBytes[to] = destinationBytes[i];
    }

    private void grow() {
        int more = count * 2;
        source = Arrays.copyOf(source, more);
        destination = Arrays.copyOf(destination, more);
        ports = Arrays.copyOf(ports, more);
        evidence = Arrays.copyOf(evidence, more);
        sourcePackets = Arrays.copyOf(sourcePackets, more);
        destinationPackets = Arrays.copyOf(destinationPackets, more);
        action = Arrays.copyOf(action, more);
        user = Arrays.copyOf(user, more);
        host = Arrays.copyOf(host, more);
        process = Arrays.copyOf(process, more);
        policy = Arrays.copyOf(policy, more);
        state = Arrays.copyOf(state, more);
        history = Arrays.copyOf(history, more);
        service = Arrays.copyOf(service, more);
        start = Arrays.copyOf(start, more);
        end = Arrays.copyOf(end, more);
        origin = Arrays.copyOf(origin, more);
        sourceBytes = Arrays.copyOf(sourceBytes, more);
        destinationBytes = Arrays.copyOf(destinationBytes, more);
        joinedBy = Arrays.copyOf(joinedBy, more);
        joining = Arrays.copyOf(joining, more);
    }

    /** Writes the observations to rows of the table that were reserved for them. Several chunks at once. */
    public void write(ObservationTable table, int firstRow) {
        Actors actors = new Actors(table);
        for (int i = 0; i < count; i++) {
            int row = firstRow + i;
            table.open(row, source[i], destination[i], ports[i], start[i], origin[i]);
            table.count(row, sourceBytes[i], destinationBytes[i], sourcePackets[i], destinationPackets[i]);
            table.see(row, end[i], evidence[i]);
            table.describe(row, action[i], state[i], history[i], service[i]);
            actors.name(row, user[i], host[i], process[i], policy[i]);
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
