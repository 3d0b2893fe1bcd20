package org.rpcscope.session;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Which of some sessions are marked, found by one look at where they come from: marks are few, and sessions many. Immutable;
 * any thread.
 */
public final class MarkedSessions {

    private final int[] sessions; // ascending
    private final Mark[] marks;

    private MarkedSessions(int[] sessions, Mark[] marks) {
        this.sessions = sessions;
        this.marks = marks;
    }

    /** Takes a session that is marked. */
    public interface Taker {
        void take(int session, Mark mark);
    }

    /** Looks at every session where there is any mark, which is work for a job. */
    public static MarkedSessions of(Marks marks, Sessions sessions) {
        Origins[] wanted = sessions.tables().stream()
                .map(table -> Origins.of(marks, table.input().fingerprint()))
                .toArray(Origins[]::new);
        int[] found = new int[16];
        int count = 0;
        for (int session = 0; marks.size() > 0 && session < sessions.count(); session++) {
            if (isMarked(sessions, session, wanted)) {
                found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
                found[count++] = session;
            }
        }
        int[] numbers = Arrays.copyOf(found, count);
        return new MarkedSessions(
                numbers,
                Arrays.stream(numbers)
                        .mapToObj(session -> marks.of(sessions, session))
                        .toArray(Mark[]::new));
    }

    private static boolean isMarked(Sessions sessions, int session, Origins[] wanted) {
        for (int place = sessions.first(session); place < sessions.last(session); place++) {
            int table = sessions.table(place);
            if (wanted[table].any()
                    && wanted[table].hold(sessions.tables().get(table).origin(sessions.row(place)))) {
                return true;
            }
        }
        return false;
    }

    /** The numbers of the sessions that are marked, ascending; the caller's own copy. */
    public int[] numbers() {
        return sessions.clone();
    }

    /** Tells of those from one number to another, ascending. */
    public void forEach(int from, int to, Taker taker) {
        int at = Arrays.binarySearch(sessions, from);
        for (int i = at < 0 ? -1 - at : at; i < sessions.length && sessions[i] < to; i++) {
            taker.take(sessions[i], marks[i]);
        }
    }

    /** Where the marked records of one input stand: a set of numbers with open addressing, at most half full. */
    private record Origins(@Nullable Long[] slots, boolean any) {

        static Origins of(Marks marks, long fingerprint) {
            long[] all = marks.origins(fingerprint);
            @Nullable Long[] slots = new Long[Integer.highestOneBit(Math.max(1, all.length)) * 4];
            for (long origin : all) {
                int at = slot(origin, slots.length);
                while (slots[at] != null) {
                    at = (at + 1) & (slots.length - 1);
                }
                slots[at] = origin;
            }
            return new Origins(slots, all.length > 0);
        }

        boolean hold(long origin) {
            for (int at = slot(origin, slots.length); ; at = (at + 1) & (slots.length - 1)) {
                Long there = slots[at];
                if (there == null || there == origin) {
                    return there != null;
                }
            }
        }

        private static int slot(long origin, int size) {
            return (int) (origin * 0x9E3779B97F4A7C15L >>> 32) & (size - 1);
        }
    }
}
