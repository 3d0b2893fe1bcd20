package org.rpcscope.filter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.job.Progress;
import org.rpcscope.job.Workers;
import org.rpcscope.session.Marks;

/**
 * Which sessions pass which filters. What each term finds is kept, as a bit for a session, for the newest detection: while a
 * filter is typed only its last term changes, and table, facets, timeline and completion ask the same terms. What stands
 * between terms is done with the bits. Any thread.
 */
public final class SessionSets {

    private static final int MOST_BYTES = 32 << 20;
    private static final int FEWEST = 8;

    private final ConversationNames names;
    private final Workers workers;
    private @Nullable Detection newest;
    private Map<Asked, SessionSet> kept = Map.of();

    /** @param marks what it was asked of; null where they do not matter */
    private record Asked(Query.Term term, @Nullable Marks marks) {}

    /** @param workers share the work */
    public SessionSets(ConversationNames names, Workers workers) {
        this.names = names;
        this.workers = workers;
    }

    /** What was said over DCE/RPC in words. */
    public ConversationNames names() {
        return names;
    }

    public Workers workers() {
        return workers;
    }

    /**
     * The sessions that pass; too few where the progress is cancelled.
     *
     * @param marks what the analyst says of the sessions
     */
    public SessionSet passing(Query query, Detection detection, Marks marks, Progress progress) {
        look(detection);
        return of(query, detection, marks, progress);
    }

    private SessionSet of(Query query, Detection detection, Marks marks, Progress progress) {
        int count = detection.sessions().count();
        return switch (query) {
            case Query.All(List<Query> parts) ->
                parts.stream()
                        .map(part -> of(part, detection, marks, progress))
                        .reduce(SessionSet::and)
                        .orElseGet(() -> SessionSet.all(count));
            case Query.Any(List<Query> parts) ->
                parts.stream()
                        .map(part -> of(part, detection, marks, progress))
                        .reduce(SessionSet::or)
                        .orElseGet(() -> SessionSet.all(count).not());
            case Query.Not(Query part) -> of(part, detection, marks, progress).not();
            case Query.Term term -> term(term, detection, marks, progress);
        };
    }

    private SessionSet term(Query.Term term, Detection detection, Marks marks, Progress progress) {
        Asked asked = new Asked(term, term.field().marked() ? marks : null);
        SessionSet known = known(detection, asked);
        if (known != null) {
            return known;
        }
        SessionSet found = new SessionFilter(term, detection, names, marks).all(workers, progress);
        if (!progress.cancelled()) {
            keep(detection, asked, found);
        }
        return found;
    }

    /** Lets go of the sessions of another detection. */
    private synchronized void look(Detection detection) {
        if (newest != detection) {
            int words = SessionSet.words(detection.sessions().count());
            newest = detection;
            kept = new Recent(Math.max(FEWEST, MOST_BYTES / (words * Long.BYTES + 1)));
        }
    }

    private synchronized @Nullable SessionSet known(Detection detection, Asked asked) {
        return newest == detection ? kept.get(asked) : null;
    }

    private synchronized void keep(Detection detection, Asked asked, SessionSet found) {
        if (newest == detection) {
            kept.put(asked, found);
        }
    }

    /** Forgets what was not asked for longest. */
    private static final class Recent extends LinkedHashMap<Asked, SessionSet> {
        private final int most;

        Recent(int most) {
            super(16, 0.75f, true);
            this.most = most;
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, SessionSet> eldest) {
            return size() > most;
        }
    }
}
