package org.rpcscope.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rpcscope.job.Job;
import org.rpcscope.job.Progress;

/** Looks for the files that a case was made of, where they were and where the analyst says. All of it is work for jobs. */
public final class SourceSearch {

    /** What is known of a source of the case. */
    public enum State {
        /** A file of that size is where it was; what it hashes to is looked at later. */
        THERE,
        /** It was found elsewhere, and is the same to the last byte, as far as the case knows its hash. */
        FOUND,
        /** There is a file, and it is another one. */
        DIFFERS,
        MISSING
    }

    /**
     * A source and what was found.
     *
     * @param file where it is now; null where it is missing
     */
    public record Found(KeptSource source, @Nullable Path file, State state) {}

    private SourceSearch() {}

    /** Looks where the sources were, and beside the case for those that are not there. */
    public static Job<List<Found>> of(List<KeptSource> sources, Path openCase) {
        return Job.of("sources", progress -> {
            List<Found> found = new ArrayList<>();
            for (KeptSource source : sources) {
                found.add(find(source, openCase, progress));
            }
            return found;
        });
    }

    /**
     * Takes a file for a source that is missed, and looks beside it for the others, by their names. Those that have been
     * found already stay as they are.
     *
     * @param of the source that the file is said to be
     */
    public static Job<List<Found>> taking(List<Found> all, KeptSource of, Path file) {
        return Job.of("sources", progress -> {
            List<Found> found = new ArrayList<>();
            for (Found each : all) {
                if (each.source().equals(of)) {
                    found.add(verified(each.source(), file, progress));
                } else {
                    found.add(beside(each, file.toAbsolutePath().getParent(), progress));
                }
            }
            return found;
        });
    }

    /** Looks in a folder for those that are missed, by their names. */
    public static Job<List<Found>> in(List<Found> all, Path folder) {
        return Job.of("sources", progress -> {
            List<Found> found = new ArrayList<>();
            for (Found each : all) {
                found.add(beside(each, folder, progress));
            }
            return found;
        });
    }

    private static Found find(KeptSource source, Path openCase, Progress progress) throws IOException {
        Path path = source.path();
        if (path == null || !Files.isRegularFile(path)) {
            return beside(
                    new Found(source, null, State.MISSING),
                    openCase.toAbsolutePath().getParent(),
                    progress);
        }
        boolean same = source.size() < 0 || Files.size(path) == source.size();
        return new Found(source, path, same ? State.THERE : State.DIFFERS);
    }

    private static Found beside(Found missed, @Nullable Path folder, Progress progress) {
        boolean needed = missed.state() == State.MISSING || missed.state() == State.DIFFERS;
        Path candidate = folder == null || !needed
                ? null
                : resolve(folder, missed.source().fileName());
        if (candidate == null || !Files.isRegularFile(candidate) || progress.cancelled()) {
            return missed;
        }
        Found found = verified(missed.source(), candidate, progress);
        return found.state() == State.FOUND || missed.state() == State.MISSING ? found : missed;
    }

    private static @Nullable Path resolve(Path folder, String name) {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException e) {
            return null;
        }
    }

    private static Found verified(KeptSource source, Path file, Progress progress) {
        try {
            if (source.size() >= 0 && Files.size(file) != source.size()) {
                return new Found(source, file, State.DIFFERS);
            }
            if (source.hash().isEmpty()) {
                return new Found(source, file, State.FOUND);
            }
            Optional<String> hash = ContentHash.compute(file, progress);
            return hash.isEmpty()
                    ? new Found(source, null, State.MISSING)
                    : new Found(source, file, hash.get().equals(source.hash()) ? State.FOUND : State.DIFFERS);
        } catch (IOException e) { // gone between two looks, or not to be read
            return new Found(source, null, State.MISSING);
        }
    }
}
