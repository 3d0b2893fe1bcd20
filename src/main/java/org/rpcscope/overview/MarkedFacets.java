package org.rpcscope.overview;

import java.util.function.Consumer;
import org.rpcscope.filter.SessionSet;
import org.rpcscope.session.Mark;
import org.rpcscope.session.MarkedSessions;
import org.rpcscope.session.Status;
import org.rpcscope.session.Verdict;

/** Counts the analyst's words. Few sessions have any: the others are counted by how many they are. One thread. */
record MarkedFacets(MarkedSessions marked, SessionSet listed) {

    static boolean are(Topic topic) {
        return topic == Topic.STATUS || topic == Topic.VERDICT || topic == Topic.TAG;
    }

    Facet of(Facet.Asked asked) {
        return switch (asked.topic()) {
            case STATUS -> statuses().facet(asked);
            case VERDICT -> verdicts().facet(asked);
            case TAG -> tags().facet(asked);
            default -> throw new IllegalArgumentException("no word of the analyst: " + asked.topic());
        };
    }

    private Ranking statuses() {
        Status[] all = Status.values();
        Counts counts = new Counts(all.length);
        counts.add(Mark.NONE.status().ordinal(), listed.count());
        each(mark -> {
            counts.add(Mark.NONE.status().ordinal(), -1);
            counts.add(mark.status().ordinal());
        });
        return new Ranking(counts, number -> all[number].label(), Integer::compare);
    }

    private Ranking verdicts() {
        Verdict[] all = Verdict.values();
        Counts counts = new Counts(all.length);
        each(mark -> {
            if (mark.verdict() != null) {
                counts.add(mark.verdict().ordinal());
            }
        });
        return new Ranking(counts, number -> all[number].label(), Integer::compare);
    }

    private Ranking tags() {
        Names names = new Names();
        Counts counts = new Counts(64);
        each(mark -> mark.tags().forEach(tag -> counts.add(names.number(tag))));
        return Ranking.byText(counts, names::text);
    }

    private void each(Consumer<Mark> taker) {
        marked.forEach(0, listed.size(), (session, mark) -> {
            if (listed.contains(session)) {
                taker.accept(mark);
            }
        });
    }
}
