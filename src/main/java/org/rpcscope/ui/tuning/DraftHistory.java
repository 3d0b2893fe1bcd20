package org.rpcscope.ui.tuning;

import java.util.List;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.rpcscope.tuning.Draft;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.ProfileChange;
import org.rpcscope.ui.fx.History;
import org.rpcscope.ui.fx.Texts;

/** The edits of the draft as a part of what can be taken back. JavaFX thread only; needs no toolkit. */
public final class DraftHistory implements History {

    private final TuningModel model;
    private final Texts texts;
    private final ObservableValue<@Nullable Step> last;
    private final ObservableValue<@Nullable Step> next;

    public DraftHistory(TuningModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        this.last = model.last().map(this::step);
        this.next = model.next().map(this::step);
    }

    @Override
    public ObservableValue<@Nullable Step> last() {
        return last;
    }

    @Override
    public ObservableValue<@Nullable Step> next() {
        return next;
    }

    private Step step(Draft.Edit edit) {
        return new Step(texts.get("tuning.edited", edits(edit.before(), edit.after())), edit.order());
    }

    /** In what two profiles differ, in words. */
    public String edits(Profile before, Profile after) {
        List<ProfileChange> all = ProfileChange.between(before, after);
        List<ProfileChange> named =
                all.stream().filter(edit -> !edit.what().isBlank()).toList(); // a line begins empty
        List<ProfileChange> edits = named.isEmpty() ? all : named;
        return EffectWords.edits(
                edits.stream().map(edit -> EffectWords.titled(edit, model)).toList(), texts);
    }

    /** Lets a profile hold that was written by what is taken back or done again; the draft stays as it is edited. */
    public void hold(Profile profile) {
        model.change(draft -> draft.hold(profile));
    }

    /** Begins again with the profile of a case that was opened. */
    public void begin(Profile profile) {
        model.change(draft -> draft.begin(profile));
    }

    @Override
    public boolean busy() {
        return false;
    }

    @Override
    public void afterwards(Runnable task) {
        task.run();
    }

    @Override
    public void undo() {
        model.undo();
    }

    @Override
    public void redo() {
        model.redo();
    }

    @Override
    public void forget() {
        model.change(Draft::forget);
    }
}
