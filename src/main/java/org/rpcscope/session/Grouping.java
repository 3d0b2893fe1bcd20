package org.rpcscope.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Puts the observations of one conversation by several inputs together. Those with the same ends and transport, whichever
 * way round, are taken in order of time; each joins the first group that it overlaps and that has none of its input yet, or
 * only reports of it where it is one itself. The result depends only on the set of observations.
 */
final class Grouping {

    /** Clocks of sensors differ, and many logs have whole seconds: so much may lie between two views of one session. */
    static final long SLACK_NANOS = 2_000_000_000L;

    private final List<ObservationTable> tables;
    private final int[] rows;
    private final int[] rank; // of each table by fingerprint, so that the order of opening does not matter
    private final int[] firstOpen; // for each table and its reports, the first group that may take more of them

    Grouping(List<ObservationTable> tables, int[] rows) {
        this.tables = tables;
        this.rows = rows;
        this.rank = new int[rows.length];
        this.firstOpen = new int[2 * rows.length];
        Integer[] byPrint = new Integer[rows.length];
        Arrays.setAll(byPrint, t -> t);
        Arrays.sort(byPrint, (a, b) -> Long.compare(fingerprint(a), fingerprint(b)));
        for (int i = 0; i < byPrint.length; i++) {
            rank[byPrint[i]] = i;
        }
    }

    Sessions sessions() {
        int total = Arrays.stream(rows).reduce(0, Math::addExact);
        long[] all = new long[total];
        long[] keys = new long[total];
        int at = 0;
        for (int t = 0; t < rows.length; t++) {
            for (int row = 0; row < rows[t]; row++, at++) {
                all[at] = Sessions.member(t, row);
                keys[at] = hash(tables.get(t), row);
            }
        }
        int[] order = IndexSort.order(keys.clone(), total);
        List<long[]> groups = new ArrayList<>(total);
        for (int from = 0; from < total; ) {
            int to = from + 1;
            while (to < total && keys[order[to]] == keys[order[from]]) {
                to++;
            }
            group(all, order, from, to, groups);
            from = to;
        }
        return inOrder(groups, total);
    }

    private void group(long[] all, int[] order, int from, int to, List<long[]> groups) {
        if (to - from == 1) {
            groups.add(new long[] {all[order[from]]});
            return;
        }
        Long[] run = new Long[to - from];
        Arrays.setAll(run, i -> all[order[from + i]]);
        Arrays.sort(run, this::compare);
        List<Group> sameEnds = new ArrayList<>();
        for (long member : run) {
            if (!sameEnds.isEmpty() && compareEnds(sameEnds.getFirst().members[0], member) != 0) {
                sameEnds.forEach(group -> groups.add(group.members()));
                sameEnds.clear();
                Arrays.fill(firstOpen, 0); // two connections of one hash are rare
            }
            join(sameEnds, member);
        }
        sameEnds.forEach(group -> groups.add(group.members()));
        if (sameEnds.size() > 1) {
            Arrays.fill(firstOpen, 0);
        }
    }

    /**
     * Adds a member to the first group that it belongs to, else to a new one. A group that is over, or has no place for an
     * input's members, never has one again: each input goes on where it stopped, since a log may say a line a million times.
     */
    private void join(List<Group> groups, long member) {
        int who = (int) (member >>> 32) << 1 | (isReport(member) ? 1 : 0);
        long start = start(member);
        int at = firstOpen[who];
        while (at < groups.size() && !groups.get(at).takes(who, start)) {
            at++;
        }
        if (at == groups.size()) {
            groups.add(new Group());
        }
        firstOpen[who] = at;
        groups.get(at).add(member, who);
    }

    /** One conversation so far. */
    private final class Group {
        private long[] members = new long[2];
        private int count;
        private int[] inputs =
                new int[2]; // twice the number of each that has members, one more if all of these are reports
        private int inputCount;
        private long end = Long.MIN_VALUE;

        /** Whether it takes a member of an input, twice its number and one more for a report, that starts at a time. */
        boolean takes(int who, long start) {
            if (end + SLACK_NANOS < start) {
                return false;
            }
            for (int i = 0; i < inputCount; i++) {
                if (inputs[i] >> 1 == who >> 1) {
                    return (inputs[i] & who & 1) == 1;
                }
            }
            return true;
        }

        void add(long member, int who) {
            if (count == members.length) {
                members = Arrays.copyOf(members, count * 2);
            }
            members[count++] = member;
            end = Math.max(end, table(member).end((int) member));
            for (int i = 0; i < inputCount; i++) {
                if (inputs[i] >> 1 == who >> 1) {
                    return;
                }
            }
            if (inputCount == inputs.length) {
                inputs = Arrays.copyOf(inputs, inputCount * 2);
            }
            inputs[inputCount++] = who;
        }

        long[] members() {
            return Arrays.copyOf(members, count);
        }
    }

    private Sessions inOrder(List<long[]> groups, int total) {
        long[] starts = new long[groups.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = Sessions.start(tables, groups.get(i), 0, groups.get(i).length);
        }
        Integer[] order = new Integer[starts.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> {
            int earlier = Long.compare(starts[a], starts[b]);
            return earlier != 0 ? earlier : compareIdentity(groups.get(a)[0], groups.get(b)[0]);
        });
        long[] members = new long[total];
        int[] first = new int[starts.length + 1];
        int at = 0;
        for (int i = 0; i < order.length; i++) {
            for (long member : groups.get(order[i])) {
                members[at++] = member;
            }
            first[i + 1] = at;
        }
        return Sessions.of(tables, members, first);
    }

    private ObservationTable table(long member) {
        return tables.get((int) (member >>> 32));
    }

    private boolean isReport(long member) {
        return Evidence.has(table(member).evidence((int) member), Evidence.REPORT);
    }

    private long start(long member) {
        return table(member).start((int) member);
    }

    private int compare(long a, long b) {
        int ends = compareEnds(a, b);
        if (ends != 0) {
            return ends;
        }
        int time = Long.compare(start(a), start(b));
        return time != 0 ? time : compareIdentity(a, b);
    }

    private long fingerprint(int table) {
        return tables.get(table).input().fingerprint();
    }

    private int compareIdentity(long a, long b) {
        int input = Integer.compare(rank[(int) (a >>> 32)], rank[(int) (b >>> 32)]);
        return input != 0 ? input : Long.compare(table(a).origin((int) a), table(b).origin((int) b));
    }

    /** Compares by transport and unordered ends. Addresses of one case share a pool: equal number, equal address. */
    private int compareEnds(long a, long b) {
        ObservationTable left = table(a);
        ObservationTable right = table(b);
        int transport = left.transport((int) a).compareTo(right.transport((int) b));
        if (transport != 0) {
            return transport;
        }
        int low = Long.compareUnsigned(end(left, (int) a, true), end(right, (int) b, true));
        return low != 0 ? low : Long.compareUnsigned(end(left, (int) a, false), end(right, (int) b, false));
    }

    /** The lower or the higher of a row's ends, as one number: address and port. */
    private static long end(ObservationTable table, int row, boolean lower) {
        long source = (long) table.source(row) << 16 | table.sourcePort(row);
        long destination = (long) table.destination(row) << 16 | table.destinationPort(row);
        return lower ? Math.min(source, destination) : Math.max(source, destination);
    }

    private static long hash(ObservationTable table, int row) {
        long low = end(table, row, true);
        long high = end(table, row, false);
        long h = (low ^ Long.rotateLeft(high, 31) ^ table.transport(row).ordinal()) * 0x9E3779B97F4A7C15L;
        return h ^ (h >>> 29);
    }
}
