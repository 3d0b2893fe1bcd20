package org.rpcscope.ui.sources;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.Following;
import org.rpcscope.cases.Import;
import org.rpcscope.cases.Imports;
import org.rpcscope.input.Assumed;

/** Looks at the inputs when it is told to, and stops or removes them. JavaFX thread only. */
public final class SourcesController {

    private final SourcesModel model;
    private final Imports imports;
    private final Following following;

    public SourcesController(SourcesModel model, Imports imports, Following following) {
        this.model = model;
        this.imports = imports;
        this.following = following;
    }

    /** Brings the model up to date; only what has changed is changed. */
    public void look() {
        List<Source> now = imports.all().stream()
                .map(input -> Source.of(input, following.canFollow(input)))
                .toList();
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

    /** Whether an input can be read by other columns: a table that nobody knows, in a file. */
    static boolean hasColumns(Source source) {
        return source.state().isEnd()
                && "table".equals(source.format())
                && !source.input().name().equals("-");
    }

    /** Reads an input again, with its times in another zone. */
    void zone(Import input, ZoneId zone) {
        imports.reread(input, new Assumed.Choice(zone, choice(input).year()));
        look();
    }

    /** Reads an input again, its dates as of another year; null for the one that follows from the file's date. */
    void year(Import input, @Nullable Integer year) {
        imports.reread(input, new Assumed.Choice(choice(input).zone(), year));
        look();
    }

    private static Assumed.Choice choice(Import input) {
        Assumed assumed = input.assumed();
        return assumed == null ? Assumed.Choice.NONE : assumed.choice();
    }

    /** Follows the file of an input from now on, or no longer. */
    void follow(Import input, boolean on) {
        if (on) {
            following.follow(input);
        } else {
            following.stop(input);
        }
        look();
    }

    /** Takes the input and its sessions out of the case. */
    void remove(Import input) {
        imports.remove(input);
        look();
    }
}
