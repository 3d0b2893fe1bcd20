package org.rpcscope.ui.overview;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.Field;
import org.rpcscope.filter.Filter;
import org.rpcscope.filter.FilterEdit;
import org.rpcscope.filter.SessionSet;
import org.rpcscope.filter.SessionSets;
import org.rpcscope.job.Job;
import org.rpcscope.job.Progress;
import org.rpcscope.overview.Facet;
import org.rpcscope.overview.Facets;
import org.rpcscope.overview.Timeline;
import org.rpcscope.session.Extent;
import org.rpcscope.session.Marks;

/**
 * Counts the sessions that pass a filter. A topic that the filter asks about is counted without that, so that its other
 * values stay to be chosen; and so is the timeline.
 *
 * @param flaggedOnly whether the others are left out, as they are in the table
 * @param bars how many bars the timeline may have
 * @param zoom the stretch of time that it shows; null for all
 */
record CountJob(
        Detection detection,
        SessionSets sets,
        Marks marks,
        boolean flaggedOnly,
        String filter,
        List<Facet.Asked> asked,
        int bars,
        @Nullable Extent zoom)
        implements Job<Overview> {

    @Override
    public String title() {
        return "overview";
    }

    @Override
    public Overview run(Progress progress) {
        int count = detection.sessions().count();
        SessionSet all = flaggedOnly ? SessionSet.of(count, detection.flaggedBits()) : SessionSet.all(count);
        Map<String, SessionSet> passing = new HashMap<>();
        Map<String, List<Facet.Asked>> together = new HashMap<>();
        for (Facet.Asked each : asked) {
            together.computeIfAbsent(without(each.topic().field()), _ -> new ArrayList<>())
                    .add(each);
        }
        Map<Facet.Asked, Facet> facets = new HashMap<>();
        Facets counter = new Facets(detection, sets.names(), marks);
        together.forEach((text, list) -> {
            SessionSet sessions = passing.computeIfAbsent(text, key -> passing(all, key, progress));
            List<Facet> counted = counter.of(sessions, list, sets.workers(), progress);
            for (int i = 0; i < list.size(); i++) {
                facets.put(list.get(i), counted.get(i));
            }
        });
        SessionSet timed = passing.computeIfAbsent(without(Field.TIME), key -> passing(all, key, progress));
        Timeline timeline =
                zoom == null ? Timeline.of(detection, timed, bars) : Timeline.of(detection, timed, zoom, bars);
        return new Overview(asked.stream().map(facets::get).toList(), timeline, filter);
    }

    private String without(Field field) {
        return FilterEdit.without(filter, field);
    }

    private SessionSet passing(SessionSet sessions, String text, Progress progress) {
        return sets.passing(Filter.parse(text).query(), detection, marks, progress)
                .and(sessions);
    }
}
