package org.rpcscope.ui.shell;

import java.util.Map;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.ProfileFile;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.tuning.DraftHistory;

/**
 * The profile that holds: everything that depends on it follows, and the case keeps it. JavaFX thread only.
 */
final class CaseProfile {

    private static final String NAME = "profile";

    private final Features features;
    private final Engine engine;
    private final Analysis analysis;
    private final DraftHistory draft;
    private final Texts texts;
    private Profile held;

    CaseProfile(Features features, Engine engine, Analysis analysis, DraftHistory draft, Texts texts) {
        this.features = features;
        this.engine = engine;
        this.analysis = analysis;
        this.draft = draft;
        this.texts = texts;
        this.held = features.tuning().model().applied();
    }

    /** Lets a profile hold and writes it into the case, which can be taken back. */
    void apply(Profile profile) {
        hold(profile);
        if (!profile.equals(held)) {
            String text = texts.get("case.log.profile", draft.edits(held, profile));
            String before = ProfileFile.write(held);
            features.triage().controller().replace(text, NAME, before, ProfileFile.write(profile));
            held = profile;
        }
    }

    /** Rules that are asked have changed, under the same profile. */
    void again() {
        hold(held);
    }

    /** Begins with the profile that an opened case keeps, or goes on with the one that holds. */
    void restore(Map<String, String> kept) {
        if (kept.get(NAME) instanceof String text && ProfileFile.read(text) instanceof ProfileFile.Valid(var profile)) {
            held = profile;
            hold(profile);
        }
        draft.begin(held);
    }

    /** A text of the case is in its place again, since what replaced it was taken back, or the other way round. */
    void putBack(String name, String text) {
        if (name.equals(NAME) && ProfileFile.read(text) instanceof ProfileFile.Valid(var profile)) {
            held = profile;
            draft.hold(profile);
            hold(profile);
        }
    }

    private void hold(Profile profile) {
        analysis.apply(profile, features.tuning().model().ruleSet(profile));
        engine.events().report(features.rules().model().reported(profile));
        features.related().controller().search();
    }
}
