package org.rpcscope.ui.tuning;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.rpcscope.tuning.Profile;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.FilePicker;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.fx.Undoing;

/**
 * What can be done with the draft.
 *
 * @param undoing takes back what was done last, in the draft or anywhere
 */
public record TuningActions(
        Undoing undoing,
        Action apply,
        Action revert,
        Action open,
        Action save,
        Action compare,
        Action show,
        NetworkActions networks) {

    private static final String FILE = "rpcscope-profile.json";

    /** @param applied takes the profile that holds from now on */
    public static TuningActions of(
            TuningModel model,
            TuningController controller,
            FilePicker picker,
            Texts texts,
            Undoing undoing,
            Consumer<Profile> applied) {
        return new TuningActions(
                undoing,
                Action.when(
                        "tuning.apply", null, "shortcut+Enter", model.pending(), () -> applied.accept(model.apply())),
                Action.when("tuning.revert", null, null, model.pending(), model::revert),
                Action.always("tuning.open", Icon.OPEN, null, () -> {
                    List<Path> chosen = picker.open(texts.get("tuning.open.title"), null);
                    if (!chosen.isEmpty()) {
                        controller.open(chosen.getFirst());
                    }
                }),
                Action.always("tuning.save", Icon.SAVE, null, () -> {
                    Path chosen = picker.save(texts.get("tuning.save.title"), null, FILE);
                    if (chosen != null) {
                        controller.save(chosen);
                    }
                }),
                Action.always("tuning.compare", null, null, () -> {
                    List<Path> chosen = picker.open(texts.get("tuning.compare.title"), null);
                    if (!chosen.isEmpty()) {
                        controller.compare(chosen.getFirst());
                    }
                }),
                Action.toggle("view.tuning", Icon.TUNING, "shortcut+T", model.expanded()),
                NetworkActions.of(model.networks(), controller.networks(), picker, texts));
    }
}
