package org.rpcscope.ui.triage;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.SessionKey;
import org.rpcscope.session.Status;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.FilePicker;
import org.rpcscope.ui.fx.Texts;

/**
 * What can be done with the case and with what is chosen or listed.
 *
 * @param one for the chosen session and those selected beside it, each with a key of its own
 * @param all for every session that is listed
 */
public record TriageActions(
        Action open, Action save, List<Action> one, List<Action> all, Action next, Action activity) {

    /** The sessions, as the table has them. JavaFX thread. */
    public interface Listed {

        /** Opens a case in place of the open one. */
        void open(Path path);

        /** Writes a copy of the case, and goes on with that. */
        void save(Path path);

        /** Gathers the keys of all that are listed now; the answer may be asked for on any thread. */
        Supplier<List<SessionKey>> keys();

        /**
         * Finds the next session below the chosen one that nobody has looked at, from the top again at the end; -1 where
         * there is none. The answer may be asked for on any thread.
         */
        IntSupplier nextNew();

        /** Chooses a session by its number. */
        void choose(int session);
    }

    /** @param activity shows what was done to the case */
    public static TriageActions of(
            TriageModel model,
            TriageController controller,
            Listed listed,
            FilePicker picker,
            Texts texts,
            Consumer<ActivitySheet> activity) {
        return new TriageActions(
                Action.always("case.open", null, null, () -> {
                    List<Path> chosen = picker.open(texts.get("case.open.title"), null);
                    if (!chosen.isEmpty()) {
                        listed.open(chosen.getFirst());
                    }
                }),
                Action.always("case.save", null, null, () -> {
                    Path chosen = picker.save(texts.get("case.save.title"), null, "case.rpcscope");
                    if (chosen != null) {
                        listed.save(chosen);
                    }
                }),
                List.of(
                        one(model, controller, texts, Status.ACKNOWLEDGED, "F6"),
                        one(model, controller, texts, Status.ESCALATED, "F7"),
                        one(model, controller, texts, Status.SUPPRESSED, "F8"),
                        one(model, controller, texts, Status.NEW, "F9")),
                List.of(
                        all(controller, listed, texts, Status.ACKNOWLEDGED),
                        all(controller, listed, texts, Status.ESCALATED),
                        all(controller, listed, texts, Status.SUPPRESSED),
                        all(controller, listed, texts, Status.NEW)),
                Action.always("triage.next", null, "F4", () -> controller.find(listed.nextNew(), listed::choose)),
                Action.always(
                        "triage.activity", null, null, () -> activity.accept(new ActivitySheet(controller, texts))));
    }

    private static Action one(
            TriageModel model, TriageController controller, Texts texts, Status status, @Nullable String key) {
        ObservableBooleanValue chosen = Bindings.isNotNull(model.chosen());
        String id = "triage." + status.label();
        return Action.when(id, null, key, chosen, () -> controller.mark(log(texts, status), mark -> mark.with(status)));
    }

    private static Action all(TriageController controller, Listed listed, Texts texts, Status status) {
        String id = "triage.all." + status.label();
        return Action.always(
                id, null, null, () -> controller.mark(log(texts, status), listed.keys(), mark -> mark.with(status)));
    }

    /** What the log says of so many sessions that got a status. */
    static LongFunction<String> log(Texts texts, Status status) {
        String key = "triage.log." + status.label();
        return number -> texts.count(key, number);
    }
}
