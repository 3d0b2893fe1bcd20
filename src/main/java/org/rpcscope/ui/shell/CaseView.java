package org.rpcscope.ui.shell;

import java.util.HashMap;
import java.util.Map;
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

    private final SessionsModel sessions;
    private final TriageController triage;
    private final Texts texts;
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
    }

    private void keep(String name, String words, String now) {
        String before = known.getOrDefault(name, name.equals(GROUPING) ? GroupBy.NONE.label() : "");
        if (!now.equals(before)) {
            known.put(name, now);
            triage.keep(words, name, now);
        }
    }
}
