package org.rpcscope.ui.shell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.filter.KeptFilters;
import org.rpcscope.filter.SavedFilter;
import org.rpcscope.overview.GroupBy;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.sessions.SessionsModel;
import org.rpcscope.ui.triage.TriageController;

/**
 * How the sessions of a case are listed, as it is kept in the case: what narrows them and what puts them together. JavaFX
 * thread only.
 */
final class CaseView {

    private static final String FILTER = "filter";
    private static final String GROUPING = "grouping";
    private static final String FILTERS = "filters";

    /** Filters that held are written so seldom, in looks: each writing is waited for until it is on the disk. */
    private static final int SELDOM = 600;

    private final SessionsModel sessions;
    private final TriageController triage;
    private final Texts texts;
    private KeptFilters filters = KeptFilters.NONE;
    private @Nullable KeptFilters own; // while a case of its own is open
    private int looks;
    private final Map<String, String> known = new HashMap<>();

    CaseView(SessionsModel sessions, TriageController triage, Texts texts) {
        this.sessions = sessions;
        this.triage = triage;
        this.texts = texts;
    }

    /** Puts in place what a case keeps. */
    void restore(Map<String, String> kept) {
        known.clear();
        known.putAll(kept);
        sessions.filter().text().set(kept.getOrDefault(FILTER, ""));
        filters = KeptFilters.read(kept.getOrDefault(FILTERS, ""));
        sessions.filter().restore(filters);
        String grouping = kept.get(GROUPING);
        if (grouping != null) { // older cases leave it as it is
            sessions.grouping().set(GroupBy.named(grouping));
        }
    }

    /** Writes what has changed since. */
    void keep() {
        keep(
                FILTER,
                texts.get("case.log.filter"),
                sessions.filter().applied().get().text());
        keep(GROUPING, texts.get("case.log.grouping"), sessions.grouping().get().label());
        KeptFilters now = sessions.filter().kept();
        boolean due = looks++ % SELDOM == SELDOM - 1 && !now.equals(filters);
        if (own != null && !now.saved().equals(filters.saved())) {
            triage.replace(words(filters.saved(), now.saved()), FILTERS, filters.write(), now.write());
            filters = now;
        } else if (own != null && due) {
            keepFilters();
        }
    }

    /** Writes what has changed, and the filters that held: nothing comes after it. */
    void keepLast() {
        looks = SELDOM - 1;
        keep();
    }

    /** What became of the filters that have names. */
    private String words(List<SavedFilter> before, List<SavedFilter> now) {
        return now.stream()
                .filter(filter -> !before.contains(filter))
                .findFirst()
                .map(filter -> texts.get("case.log.filter-saved", filter.name()))
                .orElseGet(() -> before.stream()
                        .filter(filter -> !now.contains(filter))
                        .findFirst()
                        .map(filter -> texts.get("case.log.filter-deleted", filter.name()))
                        .orElseGet(() -> texts.get("case.log.filters")));
    }

    /** A text of the case is in its place again, since what replaced it was taken back, or the other way round. */
    void putBack(String name, String text) {
        if (name.equals(FILTERS)) {
            filters = new KeptFilters(
                    KeptFilters.read(text).saved(), sessions.filter().kept().recent());
            sessions.filter().restore(filters);
        }
    }

    /** Writes the filters, whatever was written before. */
    void keepFilters() {
        filters = sessions.filter().kept();
        triage.keep(texts.get("case.log.filters"), FILTERS, filters.write());
    }

    /**
     * Another case is open now.
     *
     * @param named whether the analyst opened or saved it; else it is the one without which nothing is, and the filters are
     *     those of the settings
     */
    void opened(boolean named) {
        if (named && own == null) {
            own = sessions.filter().kept();
            filters = own;
        }
    }

    /** The filters that belong to no case: those of the settings. */
    KeptFilters own() {
        return own == null ? sessions.filter().kept() : own;
    }

    private void keep(String name, String words, String now) {
        String before = known.getOrDefault(name, name.equals(GROUPING) ? GroupBy.NONE.label() : "");
        if (!now.equals(before)) {
            known.put(name, now);
            triage.keep(words, name, now);
        }
    }
}
