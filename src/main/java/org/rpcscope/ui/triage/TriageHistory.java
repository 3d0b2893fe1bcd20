package org.rpcscope.ui.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.Change;
import org.rpcscope.cases.Triage;
import org.rpcscope.ui.fx.History;

/** What was written into the open case as a part of what can be taken back. JavaFX thread only; needs no toolkit. */
public final class TriageHistory implements History {

    private final TriageModel model;
    private final TriageController controller;
    private final BiConsumer<String, String> putBack;

    /** @param putBack hears of texts that are in their place again, by name, since what replaced them was taken back */
    public TriageHistory(TriageModel model, TriageController controller, BiConsumer<String, String> putBack) {
        this.model = model;
        this.controller = controller;
        this.putBack = putBack;
    }

    @Override
    public ObservableValue<@Nullable Step> last() {
        return model.last();
    }

    @Override
    public ObservableValue<@Nullable Step> next() {
        return model.next();
    }

    @Override
    public boolean busy() {
        return controller.busy();
    }

    @Override
    public void afterwards(Runnable task) {
        controller.afterwards(task);
    }

    @Override
    public void undo() {
        List<Change> written = new ArrayList<>();
        controller.step(open -> written.addAll(open.undo()), () -> put(written));
    }

    @Override
    public void redo() {
        List<Change> written = new ArrayList<>();
        controller.step(open -> written.addAll(open.redo()), () -> put(written));
    }

    private void put(List<Change> changes) {
        for (Change change : changes) {
            if (change instanceof Change.Kept(String name, String body)) {
                putBack.accept(name, body);
            }
        }
    }

    @Override
    public void forget() {
        if (model.next().get() != null || controller.busy()) {
            controller.step(Triage::forget, () -> {});
        }
    }
}
