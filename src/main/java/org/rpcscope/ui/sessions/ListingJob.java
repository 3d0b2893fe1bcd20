package org.rpcscope.ui.sessions;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.Query;
import org.rpcscope.filter.SessionSet;
import org.rpcscope.filter.SessionSets;
import org.rpcscope.job.Job;
import org.rpcscope.job.Progress;
import org.rpcscope.session.IndexSort;
import org.rpcscope.session.Marks;
import org.rpcscope.session.SessionKey;
import org.rpcscope.session.Sessions;

/**
 * Picks and sorts the sessions of the table. Without an order of the analyst's, the flagged ones come first, by score, then
 * the others by time.
 *
 * @param selected the session whose line is to be found again
 * @param top the session of the topmost line, to be found again
 * @param kept what other sorts left
 */
record ListingJob(
        Detection detection,
        Asked asked,
        SessionSets sets,
        @Nullable Place selected,
        @Nullable Place top,
        KeptOrder kept)
        implements Job<Listing> {

    /** So many lines are looked at for the width of the address columns. */
    private static final int MEASURED = 200;

    /**
     * What the analyst wants to see.
     *
     * @param marks what the analyst says of the sessions
     * @param sort the order chosen, the first level first; equal sessions stay in the order they had without it
     */
    record Asked(Scope scope, Query query, List<SortBy> sort, Marks marks) {}

    /** A session and the number that it had. */
    record Place(SessionKey key, int number) {}

    @Override
    public String title() {
        return "sort";
    }

    @Override
    public Listing run(Progress progress) {
        SessionSet flagged = SessionSet.of(detection.sessions().count(), detection.flaggedBits());
        SessionSet passing = sets.passing(asked.query(), detection, asked.marks(), progress);
        int[] order = order(passing, flagged, progress);
        int all = asked.scope() == Scope.FLAGGED ? detection.flaggedCount() : flagged.size();
        Listing listing = new Listing(detection, order, all, -1, -1, longest(order));
        return new Listing(detection, order, all, line(listing, selected), line(listing, top), listing.longest());
    }

    /** What is in the order of all already needs no sort. */
    private int[] order(SessionSet passing, SessionSet flagged, Progress progress) {
        KeptOrder.Of of = new KeptOrder.Of(detection, asked.scope(), asked.sort(), asked.marks());
        int[] all = kept.of(of);
        if (all != null) {
            return passing(all, passing);
        }
        int[] order = asked.scope() == Scope.FLAGGED ? first(passing) : natural(passing, flagged);
        SortKeys keys = new SortKeys(detection, sets, asked.marks(), kept.ranks());
        for (SortBy level : asked.sort().reversed()) {
            order = sorted(order, keys.of(level.column(), order, progress), level.descending());
        }
        if (!asked.sort().isEmpty() && asked.query().equals(Query.EVERYTHING) && !progress.cancelled()) {
            kept.keep(of, order);
        }
        return order;
    }

    private static int[] passing(int[] order, SessionSet passing) {
        int[] found = new int[order.length];
        int count = 0;
        for (int session : order) {
            if (passing.contains(session)) {
                found[count++] = session;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The flagged ones that pass, by score. */
    private int[] first(SessionSet passing) {
        return passing(detection.flaggedByScore(), passing);
    }

    /** Those that pass, the flagged ones first. */
    private int[] natural(SessionSet passing, SessionSet flagged) {
        int[] first = first(passing);
        int[] others = passing.without(flagged).numbers();
        int[] order = Arrays.copyOf(first, first.length + others.length);
        System.arraycopy(others, 0, order, first.length, others.length);
        return order;
    }

    private int[] sorted(int[] order, long[] keys, boolean descending) {
        for (int i = 0; descending && i < keys.length; i++) {
            keys[i] = ~keys[i]; // turns the order round and keeps equal ones as they are
        }
        int[] places = IndexSort.order(keys, keys.length, sets.workers());
        int[] next = new int[order.length];
        Arrays.setAll(next, i -> order[places[i]]);
        return next;
    }

    private int line(Listing listing, @Nullable Place place) {
        if (place == null) {
            return -1;
        }
        int session = place.key().find(detection.sessions(), place.number());
        return session < 0 ? -1 : listing.lineOf(session);
    }

    private Listing.Longest longest(int[] order) {
        Sessions sessions = detection.sessions();
        int source = 0;
        int destination = 0;
        for (int i = 0; i < Math.min(MEASURED, order.length); i++) {
            var ends = sessions.session(order[i]).ends();
            source = Math.max(source, ends.source().toString().length());
            destination = Math.max(destination, ends.destination().toString().length());
        }
        return new Listing.Longest(source, destination);
    }
}
