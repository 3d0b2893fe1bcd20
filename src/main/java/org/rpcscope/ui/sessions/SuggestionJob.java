package org.rpcscope.ui.sessions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.Filter;
import org.rpcscope.filter.SessionSet;
import org.rpcscope.filter.SessionSets;
import org.rpcscope.filter.Unfinished;
import org.rpcscope.job.Job;
import org.rpcscope.job.Progress;
import org.rpcscope.overview.Facet;
import org.rpcscope.overview.Facets;
import org.rpcscope.overview.Topic;
import org.rpcscope.session.Marks;

/**
 * Finds the values that a term may ask for, with the number of sessions that each would leave: the most frequent first, then
 * words of the filter that none of the sessions has.
 *
 * @param most so many at most
 */
record SuggestionJob(Detection detection, SessionSets sets, Marks marks, Scope scope, Unfinished.Value value, int most)
        implements Job<List<Suggestion>> {

    @Override
    public String title() {
        return "suggest";
    }

    @Override
    public List<Suggestion> run(Progress progress) {
        List<Suggestion> found = new ArrayList<>();
        Topic topic = Topic.of(value.field());
        if (topic != null && value.sign().equals(":")) {
            Facet.Asked asked = new Facet.Asked(topic, most, value.part());
            new Facets(detection, sets.names(), marks)
                    .of(sessions(value.others(), progress), List.of(asked), sets.workers(), progress)
                    .getFirst()
                    .values()
                    .forEach(each -> found.add(new Suggestion(each.text(), each.sessions())));
        }
        for (String example : Examples.of(value, detection)) {
            if (found.size() < most && !progress.cancelled()) {
                found.add(new Suggestion(
                        example, sessions(value.with(example), progress).count()));
            }
        }
        String part = value.part().toLowerCase(Locale.ROOT);
        value.field().words().stream()
                .filter(word -> word.contains(part))
                .filter(word -> found.stream().noneMatch(each -> each.text().equals(word)))
                .limit(Math.max(0, most - found.size()))
                .forEach(word -> found.add(new Suggestion(word, 0)));
        return found;
    }

    private SessionSet sessions(String filter, Progress progress) {
        int count = detection.sessions().count();
        SessionSet passing = sets.passing(Filter.parse(filter).query(), detection, marks, progress);
        return scope == Scope.FLAGGED ? passing.and(SessionSet.of(count, detection.flaggedBits())) : passing;
    }
}
