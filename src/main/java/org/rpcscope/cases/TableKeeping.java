package org.rpcscope.cases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.Assumed;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobHandle;
import org.rpcscope.job.JobRunner;
import org.rpcscope.job.Progress;
import org.rpcscope.session.ObservationTable;

/**
 * Keeps what was read in the {@link TableCache} of the case, one table after the other, once it is known what their files
 * hash to; and reads a file again whose table was taken from there, when it turns out that it has changed. For one thread,
 * such as the window's, which calls {@link #look} again and again.
 */
public final class TableKeeping implements AutoCloseable {

    /** The format whose columns the analyst chooses, or a guess. */
    private static final String GUESSED = "table";

    private final JobRunner runner;
    private final Imports imports;
    private final SourceHashes hashes;
    private final Set<Import> seen = new HashSet<>();
    private TableCache cache = TableCache.NONE;
    private @Nullable JobHandle<Boolean> running;

    public TableKeeping(JobRunner runner, Imports imports, SourceHashes hashes) {
        this.runner = runner;
        this.imports = imports;
        this.hashes = hashes;
    }

    /** Starts the next job, if there is one to do and none is running. */
    public void look() {
        JobHandle<Boolean> now = running;
        if (now != null && !now.ended()) {
            return;
        }
        running = null;
        if (!imports.cache().equals(cache)) { // another case, or the same under another name
            cache = imports.cache();
            seen.clear();
        }
        if (cache.folder() == null) {
            return;
        }
        seen.retainAll(imports.all());
        for (Imports.OfFile each : imports.files()) {
            String hash = hashes.of(each.input());
            if (!hash.isEmpty() && !each.input().followed() && seen.add(each.input())) {
                Job<Boolean> job = job(each.input(), each.file(), hash);
                if (job != null) {
                    running = runner.start(job);
                    return;
                }
            }
        }
    }

    private @Nullable Job<Boolean> job(Import input, Path file, String hash) {
        ObservationTable table = input.table();
        String kept = input.keptHash();
        TableCache in = cache;
        if (table == null || !isWhole(input)) {
            return null;
        }
        if (kept != null && !kept.equals(hash)) {
            return Job.of(input.name(), _ -> {
                in.forget(table.input());
                imports.reread(input);
                return false;
            });
        }
        return Job.of(input.name(), progress -> keep(in, new Read(input, table, file), hash, progress));
    }

    /** Whether the table is all that is known of the input, and depends on nothing but the file. */
    private static boolean isWhole(Import input) {
        Assumed times = input.assumed();
        return input.state() == Import.State.DONE
                && input.modified() >= 0
                && input.problems().count() == 0
                && !GUESSED.equals(input.format())
                && (times == null || times.isUnneeded());
    }

    private record Read(Import input, ObservationTable table, Path file) {}

    private static boolean keep(TableCache in, Read read, String hash, Progress progress) {
        long size = read.input.progress().total();
        TableCache.Source source = new TableCache.Source(read.table.input(), size, read.input.modified());
        try { // what was hashed is what was read, unless the file has changed between the two
            if (WholeFile.modified(read.file) != source.modified() || Files.size(read.file) != size) {
                return false;
            }
        } catch (IOException e) { // gone since
            return false;
        }
        return in.keeps(source, hash) || in.write(source, hash, read.table, progress);
    }

    @Override
    public void close() {
        if (running != null) {
            running.cancel();
        }
    }
}
