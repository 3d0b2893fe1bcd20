package org.rpcscope.cases;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rpcscope.input.Assumed;

/**
 * What is known of files before they are read: what the analyst says of times that leave out their zone or year, of all files
 * and of single ones, which stand before that; and how large the files of a case were. Files go by their {@link
 * Imports#canonical} names. Any thread.
 */
final class KnownFiles {

    private final Map<Path, Assumed.Choice> single = new ConcurrentHashMap<>();
    private final Map<Path, Long> sizes = new ConcurrentHashMap<>();
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

    /** Takes over what a case knows of its sources, wherever their files are now. */
    void take(List<SourceSearch.Found> sources) {
        for (SourceSearch.Found each : sources) {
            Path file = each.file();
            if (file != null) {
                choose(Imports.canonical(file), each.source().times());
                sizes.put(Imports.canonical(file), each.source().size());
            }
        }
    }

    /** How many bytes a file of a case had when the case was made; -1 where that is not known. */
    long size(Path file) {
        return sizes.getOrDefault(file, -1L);
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
