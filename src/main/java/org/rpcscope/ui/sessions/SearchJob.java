package org.rpcscope.ui.sessions;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.job.Job;
import org.rpcscope.job.Progress;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.Marks;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Sessions;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Times;

/**
 * Looks for a text in what some columns say of sessions, upper and lower case alike. What many sessions share, such as
 * addresses and ports, is looked at once; what cannot hold the text, such as letters in a time, not at all.
 *
 * @param listing what is looked through, whether a line is in view or in a closed group
 * @param columns those that are shown
 * @param times how moments are written
 */
record SearchJob(
        Listing listing, List<SessionColumn> columns, String text, ConversationNames names, Marks marks, Times times)
        implements Job<SearchModel.Hits> {

    private static final int STEP = 1 << 12; // sessions between two looks at whether they are still wanted

    private static final String OF_TIMES = "0123456789-:. ";

    @Override
    public String title() {
        return "search";
    }

    @Override
    public SearchModel.Hits run(Progress progress) {
        Detection detection = listing.detection();
        int[] order = listing.order();
        String folded = text.toLowerCase(Locale.ROOT);
        if (detection == null || folded.isEmpty()) {
            return new SearchModel.Hits(order, new int[0]);
        }
        List<IntPredicate> tests = new ArrayList<>();
        List<SessionColumn> rest = new ArrayList<>();
        for (SessionColumn column : columns) {
            switch (column) {
                case SOURCE -> tests.add(addresses(detection.sessions(), folded, true));
                case DESTINATION -> tests.add(addresses(detection.sessions(), folded, false));
                case SOURCE_PORT -> tests.add(ports(detection.sessions(), folded, true));
                case PORT -> tests.add(ports(detection.sessions(), folded, false));
                case TIME -> {
                    if (folded.chars().allMatch(c -> OF_TIMES.indexOf(c) >= 0)) {
                        tests.add(session -> times.millis(detection.sessions().start(session))
                                .contains(folded));
                    }
                }
                default -> rest.add(column);
            }
        }
        tests.add(rest(detection, rest, folded));
        int[] found = new int[16];
        int count = 0;
        progress.total(order.length);
        for (int place = 0; place < order.length; place++) {
            if (place % STEP == 0) {
                if (progress.cancelled()) {
                    break;
                }
                progress.advance(Math.min(STEP, order.length - place));
            }
            if (any(tests, order[place])) {
                found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
                found[count++] = place;
            }
        }
        return new SearchModel.Hits(order, Arrays.copyOf(found, count));
    }

    private static boolean any(List<IntPredicate> tests, int session) {
        for (IntPredicate test : tests) {
            if (test.test(session)) {
                return true;
            }
        }
        return false;
    }

    /** Each address is looked at once, however many sessions have it. */
    private static IntPredicate addresses(Sessions sessions, String folded, boolean source) {
        if (sessions.tables().isEmpty()) {
            return _ -> false;
        }
        AddressPool pool = sessions.tables().getFirst().pools().addresses(); // one pool a case
        Remembered known = new Remembered(
                pool.size(),
                id -> pool.address(id).toString().toLowerCase(Locale.ROOT).contains(folded));
        return session -> {
            int place = sessions.best(session);
            ObservationTable table = sessions.tables().get(sessions.table(place));
            int row = sessions.row(place);
            return known.test(source ? table.source(row) : table.destination(row));
        };
    }

    private static IntPredicate ports(Sessions sessions, String folded, boolean source) {
        Remembered known =
                new Remembered(1 << 16, port -> Integer.toString(port).contains(folded));
        return session -> {
            int place = sessions.best(session);
            ObservationTable table = sessions.tables().get(sessions.table(place));
            int row = sessions.row(place);
            return known.test(source ? table.sourcePort(row) : table.destinationPort(row));
        };
    }

    /** What stands in no column of numbers: most sessions were not listened to and are not flagged, which needs no row. */
    private IntPredicate rest(Detection detection, List<SessionColumn> rest, String folded) {
        boolean ofNone = Amounts.NONE.contains(folded);
        List<SessionColumn> all = List.copyOf(rest);
        List<SessionColumn> silent =
                rest.stream().filter(column -> !spoken(column)).toList();
        return session -> {
            boolean speaks = conversed(detection.sessions(), session) || ofNone;
            boolean flagged = detection.flagged(session) || ofNone;
            SessionRow row = null;
            for (SessionColumn column : speaks ? all : silent) {
                if (!flagged && (column == SessionColumn.SCORE || column == SessionColumn.RULE)) {
                    continue;
                }
                if (row == null) {
                    row = new SessionRow(detection, session, names, marks.of(detection.sessions(), session));
                }
                if (row.whole(column).toLowerCase(Locale.ROOT).contains(folded)) {
                    return true;
                }
            }
            return false;
        };
    }

    private static boolean spoken(SessionColumn column) {
        return column == SessionColumn.INTERFACE || column == SessionColumn.OPERATION;
    }

    private static boolean conversed(Sessions sessions, int session) {
        for (int place = sessions.first(session); place < sessions.last(session); place++) {
            ObservationTable table = sessions.tables().get(sessions.table(place));
            if (table.conversation(sessions.row(place)) != Conversation.NONE) {
                return true;
            }
        }
        return false;
    }

    /** The answers of a test that was asked of a number before. For one thread. */
    private static final class Remembered implements IntPredicate {
        private final byte[] answers; // 0 where it was not asked yet, 1 for no, 2 for yes
        private final IntPredicate test;

        Remembered(int numbers, IntPredicate test) {
            this.answers = new byte[numbers];
            this.test = test;
        }

        @Override
        public boolean test(int number) {
            if (number >= answers.length) {
                return test.test(number); // it came while the others were looked at
            }
            if (answers[number] == 0) {
                answers[number] = (byte) (test.test(number) ? 2 : 1);
            }
            return answers[number] == 2;
        }
    }
}
