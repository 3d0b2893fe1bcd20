package org.rpcscope.ui.tuning;

import java.util.Arrays;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.Tier;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.ProfileChange;

/** The effect of the draft, or of another profile, as rows to look at. JavaFX thread only; needs no toolkit. */
public final class EffectModel {

    private final ObjectProperty<List<Step>> steps = new SimpleObjectProperty<>(List.of());
    private final IntegerProperty chosen = new SimpleIntegerProperty();
    private final ObjectProperty<Change.Side> side = new SimpleObjectProperty<>(Change.Side.REMOVED);
    private final ObjectProperty<@Nullable Tier> tier = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Compared> compared = new SimpleObjectProperty<>();
    private final BooleanProperty shown = new SimpleBooleanProperty();

    /**
     * An edit with its effect.
     *
     * @param edits in what the profile after it differs from the one before
     */
    public record Step(List<ProfileChange> edits, Change change) {}

    /**
     * A profile that is compared with the one that holds.
     *
     * @param name of its file
     */
    public record Compared(String name, Profile profile) {}

    /** What is shown of a step. */
    record Rows(Change change, Change.Side side, int[] sessions) {}

    /** All edits as one, then each, in their order; empty where nothing is pending and nothing compared. */
    public ObjectProperty<List<Step>> steps() {
        return steps;
    }

    /** Which of the steps is looked at; 0 is all of them as one. */
    public IntegerProperty chosen() {
        return chosen;
    }

    public ObjectProperty<Change.Side> side() {
        return side;
    }

    /** The tier that alone is listed; null for all. */
    public ObjectProperty<@Nullable Tier> tier() {
        return tier;
    }

    /** The profile that is compared; null where the draft is looked at. */
    public ObjectProperty<@Nullable Compared> compared() {
        return compared;
    }

    /** Whether anybody looks: steps that are not shown are not computed. */
    public BooleanProperty shown() {
        return shown;
    }

    /** The step that is looked at, or null. */
    @Nullable
    Step step() {
        List<Step> all = steps.get();
        return all.isEmpty() ? null : all.get(Math.min(Math.max(0, chosen.get()), all.size() - 1));
    }

    /** The sessions of the chosen step, side and tier. */
    @Nullable
    Rows rows() {
        Step step = step();
        if (step == null) {
            return null;
        }
        Change change = step.change();
        int[] sessions = change.sessions(side.get());
        Tier only = tier.get();
        if (only != null) {
            sessions = Arrays.stream(sessions)
                    .filter(session -> Tier.of(change.now().sessions().evidence(session)) == only)
                    .toArray();
        }
        return new Rows(change, side.get(), sessions);
    }
}
