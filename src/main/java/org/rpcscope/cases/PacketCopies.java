package org.rpcscope.cases;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rpcscope.input.ByteSource;
import org.rpcscope.job.Progress;
import org.rpcscope.session.IndexSort;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.PacketSink;
import org.rpcscope.session.Replay;
import org.rpcscope.session.Sessions;

/** Copies the packets of sessions from the captures that they were seen in. Work for jobs. */
public final class PacketCopies {

    /** Makes what takes the packets of a capture. */
    public interface Taking {
        /** @param begun tells the conversations that were asked for */
        PacketSink of(Input input, Begun begun);
    }

    /**
     * The conversations that were asked for in one input.
     *
     * @param origins where they begin, ascending
     * @param sessions the number of the session of each
     */
    public record Begun(long[] origins, int[] sessions) {
        /** The session whose conversation begins at the origin. */
        public int session(long origin) {
            return sessions[Arrays.binarySearch(origins, origin)];
        }
    }

    private final Replay replay;

    PacketCopies(Replay replay) {
        this.replay = replay;
    }

    /**
     * Copies all packets of some sessions, capture after capture.
     *
     * @return why a capture could not be read, for each such; empty where all is there
     * @throws IOException what takes the packets cannot go on
     */
    public List<String> copy(Sessions all, int[] sessions, Taking taking, Progress progress) throws IOException {
        List<String> missing = new ArrayList<>();
        for (int number = 0; number < all.tables().size() && !progress.cancelled(); number++) {
            ObservationTable table = all.tables().get(number);
            if (replay.reads(table.input().format())) {
                Begun begun = begun(all, sessions, number);
                if (begun.origins.length > 0) {
                    copy(table, begun, taking, progress, missing);
                }
            }
        }
        return missing;
    }

    private void copy(ObservationTable table, Begun begun, Taking taking, Progress progress, List<String> missing)
            throws IOException {
        ByteSource opened;
        try {
            opened = Transcripts.open(table.input());
        } catch (IOException e) {
            missing.add(table.input().file() + ": " + e.getMessage());
            return;
        }
        try (opened) {
            replay.copy(opened, table, begun.origins, taking.of(table.input(), begun), progress);
        }
    }

    private static Begun begun(Sessions all, int[] sessions, int table) {
        long[][] found = new long[2][64];
        int count = 0;
        for (int session : sessions) {
            for (int place = all.first(session); place < all.last(session); place++) {
                if (all.table(place) == table) {
                    if (count == found[0].length) {
                        found[0] = Arrays.copyOf(found[0], count * 2);
                        found[1] = Arrays.copyOf(found[1], count * 2);
                    }
                    found[0][count] = all.tables().get(table).origin(all.row(place));
                    found[1][count++] = session;
                }
            }
        }
        return sorted(Arrays.copyOf(found[0], count), found[1]);
    }

    private static Begun sorted(long[] origins, long[] sessions) {
        int[] order = IndexSort.order(origins.clone(), origins.length);
        long[] sorted = new long[order.length];
        int[] of = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            sorted[i] = origins[order[i]];
            of[i] = (int) sessions[order[i]];
        }
        return new Begun(sorted, of);
    }
}
