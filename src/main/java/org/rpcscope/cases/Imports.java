package org.rpcscope.cases;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.Assumed;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Formats;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobRunner;
import org.rpcscope.session.EventJudge;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

/**
 * The inputs of the open case, in the order in which they were opened. Opening starts a job and returns: the file is
 * first touched there. Any thread; the list is polled, nothing is pushed.
 */
public final class Imports {

    private final JobRunner runner;
    private final Formats<ObservationTable> formats;
    private final Pools pools;
    private final int threads;
    private volatile Supplier<EventJudge> judges;
    private volatile TableCache cache = TableCache.NONE;
    private final KnownFiles known = new KnownFiles();
    private final List<Opened> opened = new CopyOnWriteArrayList<>();

    /** An import and the file it is of, or null for what can be read but once; how its times are read. */
    private record Opened(Import input, @Nullable Path file, Supplier<Assumed> assumed) {}

    /** A case without inputs, whose events no rule is asked about. */
    public Imports(JobRunner runner, Formats<ObservationTable> formats, Pools pools, int threads) {
        this(runner, formats, pools, threads, EventJudge.NO_RULES);
    }

    /**
     * A case without inputs.
     *
     * @param pools the addresses and texts that all its tables share
     * @param threads how many threads may read one input
     * @param judges makes what asks the rules about records that are no sessions; called when there are some
     */
    public Imports(
            JobRunner runner,
            Formats<ObservationTable> formats,
            Pools pools,
            int threads,
            Supplier<EventJudge> judges) {
        this.runner = runner;
        this.formats = formats;
        this.pools = pools;
        this.threads = threads;
        this.judges = judges;
    }

    /**
     * Opens a file. A file that is open already, under whatever name, is not opened again: its import is returned, unless
     * that has failed or was cancelled, in which case it is replaced.
     */
    public Import open(Path path) {
        return open(path, cache);
    }

    private synchronized Import open(Path path, TableCache from) {
        Path file = canonical(path);
        Opened same =
                opened.stream().filter(one -> file.equals(one.file)).findFirst().orElse(null);
        if (same != null) {
            Import.State state = same.input.state();
            if (state != Import.State.FAILED && state != Import.State.CANCELLED) {
                return same.input;
            }
            remove(same.input);
        }
        return start(
                new Import(path.toString()),
                file,
                new WholeFile(path, from, known.size(file)),
                () -> new Assumed(known.of(file), WholeFile.date(path)));
    }

    /** Opens a file that is being written, up to its last whole line; not to be called for one that is open. */
    synchronized Import openGrowing(Path path) {
        Import input = new Import(path.toString(), true);
        Followed.Again opening = new Followed.Again(path, true, null, null);
        Path file = canonical(path);
        return start(input, file, opening, () -> new Assumed(known.of(file), WholeFile.date(path)));
    }

    /** Opens bytes from elsewhere, such as standard input. They are closed when they have been read. */
    public synchronized Import open(String name, ByteSource source) {
        return start(
                new Import(name), null, () -> source, () -> new Assumed(known.all(), LocalDate.now(ZoneOffset.UTC)));
    }

    /** Says what later inputs are to be read with, where their times leave something out. */
    public void assume(Assumed.Choice times) {
        known.choose(times);
    }

    /** Says what the case knows of its sources: what was chosen for each of them, and how large it was. */
    public void assume(List<SourceSearch.Found> sources) {
        known.take(sources);
    }

    /** Says whom the events of later inputs are shown to. */
    public void judge(Supplier<EventJudge> by) {
        judges = by;
    }

    /** Says where tables of later inputs may be that were read before. */
    public void cache(TableCache tables) {
        cache = tables;
    }

    TableCache cache() {
        return cache;
    }

    /** All imports, in the order in which they were opened, as they are now. */
    public List<Import> all() {
        return opened.stream().map(Opened::input).toList();
    }

    /** An import of a file, the real path of that, and what the analyst chose for its times alone. */
    public record OfFile(Import input, Path file, Assumed.Choice times) {

        /** How many bytes it had when it was first read; it may have grown since. */
        public long size() {
            ObservationTable table = input.table();
            return table == null ? input.progress().total() : table.input().size();
        }

        /** Whether what is there now is more than what was first read. */
        public boolean grown() {
            return size() < input.progress().total();
        }
    }

    /** The imports of files, without streams and without the members of archives, which come with their archive. */
    public List<OfFile> files() {
        List<OfFile> files = new ArrayList<>();
        for (Opened one : opened) {
            if (one.file != null) {
                files.add(new OfFile(one.input, one.file, known.own(one.file)));
            }
        }
        return files;
    }

    /** The tables of all imports whose format is known, in the order in which they were opened. */
    public List<ObservationTable> tables() {
        return opened.stream()
                .map(one -> one.input.table())
                .filter(table -> table != null)
                .toList();
    }

    /** Reads a file, or a member of an archive, once more, by what is known of it now. Its import is another one. */
    public synchronized Import reread(Import input) {
        remove(input);
        return open(Path.of(input.name()), TableCache.NONE);
    }

    /** Reads a file once more, its times by another choice, from now on. Its import is another one. */
    public synchronized Import reread(Import input, Assumed.Choice times) {
        remove(input);
        Path path = Path.of(input.name());
        Path file = canonical(path);
        known.choose(file, times);
        boolean growing = input.followed();
        ObservationTable table = input.table();
        Import next = new Import(input.name(), growing);
        next.follow(growing);
        Opening opening = growing && table != null // its sessions keep their keys, though the file has grown
                ? new Followed.Again(path, true, table.input(), null)
                : new WholeFile(path, TableCache.NONE, known.size(file));
        return start(next, file, opening, () -> new Assumed(known.of(file), WholeFile.date(path)));
    }

    /** Takes an import out of the case, with the members of an archive, and stops it if it is still being read. */
    public synchronized void remove(Import input) {
        input.removed();
        input.cancel();
        opened.removeIf(one -> one.input == input || input.members().contains(one.input));
    }

    /** Takes all imports out of the case but those of some files. Does file work. */
    public synchronized void retain(Set<Path> files) {
        Set<Path> kept = new HashSet<>();
        files.forEach(file -> kept.add(canonical(file)));
        for (Opened one : List.copyOf(opened)) {
            boolean member =
                    opened.stream().anyMatch(other -> other.input.members().contains(one.input));
            if (!member && (one.file == null || !kept.contains(one.file))) {
                remove(one.input);
            }
        }
    }

    /** The import of a file, by its {@link #canonical} name; null where it is not open. */
    @Nullable
    Import find(Path file) {
        return opened.stream()
                .filter(one -> file.equals(one.file))
                .map(Opened::input)
                .findFirst()
                .orElse(null);
    }

    /** The file of an import by its {@link #canonical} name; null for a stream, a member of an archive, or what was removed. */
    @Nullable
    Path fileOf(Import input) {
        return opened.stream()
                .filter(one -> one.input == input)
                .map(Opened::file)
                .findFirst()
                .orElse(null);
    }

    /** Leaves an import as it is, while its file has become another one. */
    synchronized void detach(Import input) {
        replace(input, one -> new Opened(input, null, one.assumed));
    }

    /**
     * Reads the file of an import again, beside it: at the end, the new import takes its place, unless that was taken out of the
     * case or nothing could be read any more.
     *
     * @param next what to read into
     * @param file the file, which may have got another name
     */
    synchronized void refresh(Import old, Import next, Path file, Opening opening) {
        Opened shown =
                opened.stream().filter(one -> one.input == old).findFirst().orElse(null);
        if (shown == null) {
            return;
        }
        replace(old, one -> new Opened(old, file, one.assumed));
        run(next, opening, shown.assumed);
        var _ = next.handle().result().thenRun(() -> arrived(old, next));
    }

    private synchronized void arrived(Import old, Import next) {
        boolean better = next.table() != null || old.table() == null;
        if (better && (next.state() == Import.State.DONE || next.state() == Import.State.UNKNOWN_FORMAT)) {
            replace(old, one -> new Opened(next, one.file, one.assumed));
        }
    }

    private void replace(Import input, UnaryOperator<Opened> by) {
        for (int i = 0; i < opened.size(); i++) {
            if (opened.get(i).input == input) {
                opened.set(i, by.apply(opened.get(i)));
            }
        }
    }

    /** Adds a member of an archive, unless the archive was taken out meanwhile. On the thread of its job. */
    synchronized void member(Import archive, Import member) {
        if (!archive.wasRemoved()) {
            archive.member(member);
            opened.add(new Opened(member, null, Assumed::nothing));
        }
    }

    private Import start(Import input, @Nullable Path file, Opening opening, Supplier<Assumed> assumed) {
        run(input, opening, assumed);
        opened.add(new Opened(input, file, assumed));
        return input;
    }

    private void run(Import input, Opening opening, Supplier<Assumed> assumed) {
        ImportJob job = new ImportJob(input, opening, formats, pools, threads, judges, assumed, this::member);
        input.started(runner.start(Job.of(input.name(), job::run)));
    }

    /** The same for every name of one file; a path that leads nowhere stands for itself, and its job says so. */
    static Path canonical(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
