package org.rpcscope.cases;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rpcscope.input.Assumed;

/**
 * What the analyst says of times that leave out their zone or year: of all files, and of single ones, which stand before
 * that. Files go by their {@link Imports#canonical} names. Any thread.
 */
final class ChosenTimes {

    private final Map<Path, Assumed.Choice> single = new ConcurrentHashMap<>();
    private volatile Assumed.Choice all = Assumed.Choice.NONE;

    void choose(Assumed.Choice times) {
        all = times;
    }

    void choose(Path file, Assumed.Choice times) {
        single.put(file, times);
    }

    /** What was chosen for all files. */
    Assumed.Choice all() {
        return all;
    }

    /** Takes over what was chosen for sources of a case, wherever their files are now. */
    void take(List<SourceSearch.Found> sources) {
        for (SourceSearch.Found each : sources) {
            Path file = each.file();
            if (file != null) {
                choose(Imports.canonical(file), each.source().times());
            }
        }
    }

    /** What was chosen for a file alone. */
    Assumed.Choice own(Path file) {
        return single.getOrDefault(file, Assumed.Choice.NONE);
    }

    /** What a file is to be read with. */
    Assumed.Choice of(Path file) {
        Assumed.Choice own = own(file);
        return own.equals(Assumed.Choice.NONE) ? all : own;
    }
}
