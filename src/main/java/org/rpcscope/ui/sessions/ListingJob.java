package org.rpcscope.ui.sessions;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.Query;
import org.rpcscope.filter.SessionSet;
import org.rpcscope.filter.SessionSets;
import org.rpcscope.job.Job;
import org.rpcscope.job.Progress;
import org.rpcscope.overview.GroupBy;
import org.rpcscope.overview.SessionGroups;
import org.rpcscope.session.IndexSort;
import org.rpcscope.session.Marks;
import org.rpcscope.session.SessionKey;
import org.rpcscope.session.Sessions;

/**
 * Picks, sorts and groups the sessions of the table. Without an order of the analyst's, the flagged ones come first, by score,
 * then the others by time.
 *
 * @param selected what was selected, whose line is to be found again; the group of a session is opened for it
 * @param top what was topmost, to be found again
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
    record Asked(Scope scope, Query query, List<SortBy> sort, Marks marks, Grouping grouping) {}

    /** What a line was of. */
    sealed interface Place {

        static @Nullable Place of(@Nullable TableLine line) {
            return switch (line) {
                case null -> null;
                case SessionRow row -> OfSession.of(row);
                case GroupRow row -> new OfGroup(row.group().by(), row.group().id(), OfSession.of(row.lead()));
            };
        }

        /** A session and the number that it had. */
        record OfSession(SessionKey key, int number) implements Place {
            private static OfSession of(SessionRow row) {
                return new OfSession(row.key(), row.session().number());
            }
        }

        /** A group, and a session that was in it. */
        record OfGroup(GroupBy by, long id, OfSession lead) implements Place {}
    }

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
        Listing listing = grouped(order, all, progress);
        return listing.with(listing.outline(), line(listing, selected), line(listing, top));
    }

    private Listing grouped(int[] order, int of, Progress progress) {
        Grouping grouping = asked.grouping();
        if (grouping.by() == GroupBy.NONE) {
            return new Listing(detection, order, of, -1, -1, longest(order), null);
        }
        SessionGroups groups = grouping.groups(detection, order, asked.sort(), progress);
        Outline closed = Outline.of(groups, Set.of());
        Listing listing = new Listing(detection, groups.sessions(), of, -1, -1, longest(order), closed);
        Set<Long> open = new HashSet<>(grouping.open());
        boolean stays = selected instanceof Place.OfGroup(GroupBy was, var _, var _) && was == grouping.by();
        int place = stays ? -1 : place(listing, selected);
        if (place >= 0) {
            open.add(groups.id(groups.at(place)));
        }
        return listing.with(Outline.of(groups, open), -1, -1);
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
        if (place instanceof Place.OfGroup(GroupBy by, long id, var _) && by == listing.by()) {
            return listing.lineOfGroup(by, id);
        }
        int at = place(listing, place);
        return at < 0 ? -1 : listing.lineOfPlace(at);
    }

    /** The place of a session in the order, of a group that of the session that was first in it; or -1. */
    private int place(Listing listing, @Nullable Place place) {
        Place.OfSession of = switch (place) {
            case null -> null;
            case Place.OfSession session -> session;
            case Place.OfGroup(var _, var _, Place.OfSession lead) -> lead;
        };
        int session = of == null ? -1 : of.key().find(detection.sessions(), of.number());
        for (int i = 0; session >= 0 && i < listing.order().length; i++) {
            if (listing.order()[i] == session) {
                return i;
            }
        }
        return -1;
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
