package org.rpcscope.ui.sessions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.filter.Query;
import org.rpcscope.filter.SessionFilter;
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
 */
record ListingJob(
        Detection detection,
        Asked asked,
        ConversationNames names,
        @Nullable Place selected,
        @Nullable Place top,
        AddressRanks ranks)
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
        int[] all = asked.scope() == Scope.FLAGGED ? detection.flaggedByScore() : flaggedFirst();
        int[] order = asked.query().equals(Query.EVERYTHING)
                ? all
                : new SessionFilter(asked.query(), detection, names, asked.marks()).of(all, progress);
        SortKeys keys = new SortKeys(detection, names, asked.marks(), ranks);
        for (SortBy level : asked.sort().reversed()) {
            order = sorted(order, keys.of(level.column(), order, progress), level.descending());
        }
        Listing listing = new Listing(detection, order, all.length, -1, -1, longest(order));
        return new Listing(
                detection, order, all.length, line(listing, selected), line(listing, top), listing.longest());
    }

    private int[] flaggedFirst() {
        int[] flagged = detection.flaggedByScore();
        int[] order = new int[detection.sessions().count()];
        System.arraycopy(flagged, 0, order, 0, flagged.length);
        int at = flagged.length;
        for (int session = 0; session < order.length; session++) {
            if (!detection.flagged(session)) {
                order[at++] = session;
            }
        }
        return order;
    }

    private static int[] sorted(int[] order, long[] keys, boolean descending) {
        if (descending) {
            for (int i = 0; i < keys.length; i++) {
                keys[i] = ~keys[i]; // turns the order round and keeps equal ones as they are
            }
        }
        int[] places = IndexSort.order(keys, keys.length);
        int[] next = new int[order.length];
        for (int i = 0; i < next.length; i++) {
            next[i] = order[places[i]];
        }
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
