package org.rpcscope.overview;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.filter.SessionSet;
import org.rpcscope.job.Progress;
import org.rpcscope.job.Workers;
import org.rpcscope.session.MarkedSessions;
import org.rpcscope.session.Marks;
import org.rpcscope.session.SessionBlock;
import org.rpcscope.session.Sessions;

/** Counts the values that stand in some sessions of a detection, all topics in one pass. For one thread. */
public final class Facets {

    private final Detection detection;
    private final Sessions sessions;
    private final ConversationNames names;
    private final Marks marks;

    /** Of sessions of which none is marked. */
    public Facets(Detection detection, ConversationNames names) {
        this(detection, names, Marks.NONE);
    }

    /** @param marks what the analyst says of the sessions */
    public Facets(Detection detection, ConversationNames names, Marks marks) {
        this.marks = marks;
        this.detection = detection;
        this.names = names;
        this.sessions = detection.sessions();
    }

    /**
     * The facets asked for, in their order; of the sessions counted so far where the progress is cancelled.
     *
     * @param workers share the work
     */
    public List<Facet> of(SessionSet listed, List<Facet.Asked> asked, Workers workers, Progress progress) {
        if (sessions.tables().isEmpty()) {
            return asked.stream()
                    .map(each -> new Facet(each.topic(), List.of(), 0))
                    .toList();
        }
        Countings countings = new Countings(detection, names);
        Map<Facet.Asked, Countings.Counting> counted = new LinkedHashMap<>();
        for (Facet.Asked each : asked) {
            if (!MarkedFacets.are(each.topic())) {
                counted.put(each, countings.of(each.topic()));
            }
        }
        Map<Counter, Counts> counts = counts(
                listed,
                counted.values().stream()
                        .map(Countings.Counting::counter)
                        .distinct()
                        .toList(),
                workers,
                progress);
        boolean wanted = counted.size() < asked.size();
        MarkedFacets marked = new MarkedFacets(MarkedSessions.of(wanted ? marks : Marks.NONE, sessions), listed);
        return asked.stream()
                .map(each -> {
                    Countings.Counting counting = counted.get(each);
                    return counting == null
                            ? marked.of(each)
                            : counting.ranking()
                                    .apply(counts.getOrDefault(counting.counter(), new Counts(0)))
                                    .facet(each);
                })
                .toList();
    }

    /** Each thread counts by itself, block after block. */
    private Map<Counter, Counts> counts(SessionSet listed, List<Counter> counters, Workers workers, Progress progress) {
        int blocks = SessionBlock.blocks(sessions);
        int lanes = Math.max(1, Math.min(workers.threads(), blocks));
        AtomicInteger next = new AtomicInteger();
        List<Counts[]> byLane = new ArrayList<>();
        for (int lane = 0; lane < lanes; lane++) {
            byLane.add(counters.stream().map(_ -> new Counts(1 << 10)).toArray(Counts[]::new));
        }
        workers.forEach(counters.isEmpty() ? 0 : lanes, lane -> {
            Counts[] own = byLane.get(lane);
            SessionBlock block = new SessionBlock(sessions);
            int[] places = new int[SessionBlock.SIZE];
            for (int at = next.getAndIncrement(); at < blocks && !progress.cancelled(); at = next.getAndIncrement()) {
                block.move(at);
                int count = listed.places(block.from(), block.count(), places);
                for (int i = 0; count > 0 && i < own.length; i++) {
                    counters.get(i).count(block, places, count, own[i]);
                }
            }
        });
        Map<Counter, Counts> all = new LinkedHashMap<>();
        for (int i = 0; i < counters.size(); i++) {
            Counts first = byLane.getFirst()[i];
            for (Counts[] other : byLane.subList(1, lanes)) {
                first.join(other[i]);
            }
            all.put(counters.get(i), first);
        }
        return all;
    }
}
