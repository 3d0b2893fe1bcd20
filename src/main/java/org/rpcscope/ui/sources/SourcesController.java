package org.rpcscope.ui.sources;

import java.util.List;
import org.rpcscope.cases.Import;
import org.rpcscope.cases.Imports;

/** Looks at the inputs when it is told to, and stops or removes them. JavaFX thread only. */
public final class SourcesController {

    private final SourcesModel model;
    private final Imports imports;

    public SourcesController(SourcesModel model, Imports imports) {
        this.model = model;
        this.imports = imports;
    }

    /** Brings the model up to date; only what has changed is changed. */
    public void look() {
        List<Source> now = imports.all().stream().map(Source::of).toList();
        while (model.sources().size() > now.size()) {
            model.sources().removeLast();
        }
        for (int i = 0; i < now.size(); i++) {
            if (i == model.sources().size()) {
                model.sources().add(now.get(i));
            } else if (!model.sources().get(i).equals(now.get(i))) {
                model.sources().set(i, now.get(i));
            }
        }
    }

    /** Stops the reading; what was read stays. */
    void cancel(Import input) {
        input.cancel();
        look();
    }

    /** Takes the input and its sessions out of the case. */
    void remove(Import input) {
        imports.remove(input);
        look();
    }
}
