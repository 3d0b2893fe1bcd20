package org.rpcscope.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rpcscope.job.JobHandle;
import org.rpcscope.job.JobRunner;

/**
 * Computes what the files of the case hash to, one after the other, while nothing is being imported: an import that begins
 * puts off what is computed. For one thread, such as the window's, which calls {@link #look} again and again.
 */
public final class SourceHashes implements AutoCloseable {

    private final JobRunner runner;
    private final Imports imports;
    private final Map<Import, String> known = new HashMap<>();
    private @Nullable Import current;
    private @Nullable JobHandle<Optional<String>> running;

    public SourceHashes(JobRunner runner, Imports imports) {
        this.runner = runner;
        this.imports = imports;
    }

    /** The hash of the file of an import; empty while it is not known, and for a file that cannot be read any more. */
    public String of(Import input) {
        return known.getOrDefault(input, "");
    }

    /** Takes over what has been computed, and starts the next. Returns whether a hash was added. */
    public boolean look() {
        JobHandle<Optional<String>> now = running;
        boolean importing =
                imports.all().stream().anyMatch(input -> !input.state().isEnd());
        if (now != null && !now.ended()) {
            if (importing) {
                now.cancel();
            }
            return false;
        }
        boolean added = now != null && take(now);
        running = null;
        if (!importing) {
            next();
        }
        return added;
    }

    private boolean take(JobHandle<Optional<String>> ended) {
        Import input = current;
        Optional<String> hash =
                ended.result().exceptionally(_ -> Optional.of("")).join();
        hash.ifPresent(value -> known.put(input, value)); // a cancelled one is computed again
        return hash.isPresent() && !hash.get().isEmpty();
    }

    private void next() {
        known.keySet().retainAll(imports.all());
        for (Imports.OfFile each : imports.files()) {
            boolean stays = each.input().state() == Import.State.DONE
                    && !each.input().followed(); // of a growing one it says nothing
            if (stays && !known.containsKey(each.input())) {
                current = each.input();
                running = runner.start(ContentHash.of(each.file()));
                return;
            }
        }
    }

    @Override
    public void close() {
        if (running != null) {
            running.cancel();
        }
    }
}
