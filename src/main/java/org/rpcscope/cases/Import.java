package org.rpcscope.cases;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.Assumed;
import org.rpcscope.input.Problems;
import org.rpcscope.job.JobHandle;
import org.rpcscope.job.Progress;
import org.rpcscope.session.ObservationTable;

/** One input of the case, from the moment it was opened. Written by its job, polled by the window: any thread. */
public final class Import {

    /** How far an input is. */
    public enum State {
        /** Its job has not begun. */
        WAITING(false),
        READING(false),
        /** Read to its end, or to the damage that its problems name. */
        DONE(true),
        /** Stopped by the analyst; what had been read stays. */
        CANCELLED(true),
        /** It could not be opened, or the reader has a defect; {@link Import#message} says which. */
        FAILED(true),
        /** No reader knows the content. */
        UNKNOWN_FORMAT(true);

        private final boolean end;

        State(boolean end) {
            this.end = end;
        }

        /** Whether nothing comes after it. */
        public boolean isEnd() {
            return end;
        }
    }

    private final String name;
    private final Problems problems;
    private volatile State state = State.WAITING;
    private volatile @Nullable ObservationTable table;
    private volatile @Nullable String format;
    private volatile @Nullable String message;
    private volatile @Nullable JobHandle<Import> handle;
    private final List<Import> members = new CopyOnWriteArrayList<>();
    private volatile int unknownMembers;
    private volatile boolean removed;
    private volatile boolean followed;
    private volatile boolean arriving;
    private volatile boolean distrusted;
    private volatile @Nullable Assumed assumed;
    private volatile long modified = -1;
    private volatile @Nullable String keptHash;
    private volatile @Nullable Reached reached;
    private volatile long startedNanos;
    private volatile long endedNanos;

    Import(String name) {
        this(name, false);
    }

    /** @param growing whether the file is still being written */
    Import(String name, boolean growing) {
        this.name = name;
        this.problems = new Problems(growing);
    }

    /** What the analyst calls it: the path as given, or {@code -} for standard input. */
    public String name() {
        return name;
    }

    /** The observations so far, once the format is known. It outlives the end of the reading, whatever the end was. */
    public @Nullable ObservationTable table() {
        return table;
    }

    /** The name of the format, once it is known. */
    public @Nullable String format() {
        return format;
    }

    /** In bytes of the medium. */
    public Progress progress() {
        return handle().progress();
    }

    public Problems problems() {
        return problems;
    }

    public State state() {
        return state;
    }

    /** Why it failed or why no reader takes it, as a sentence; null where there is nothing to say. */
    public @Nullable String message() {
        return message;
    }

    /** The job that reads it; its result is this import, at its end, and never an exception. */
    public JobHandle<Import> handle() {
        JobHandle<Import> started = handle;
        if (started == null) {
            throw new IllegalStateException("the import of " + name + " was not started");
        }
        return started;
    }

    /** When the reading began, in the time of {@link System#nanoTime}; 0 while waiting. */
    public long startedNanos() {
        return startedNanos;
    }

    /** How long it has been read, in nanoseconds, up to now or to its end. */
    public long elapsedNanos() {
        if (startedNanos == 0) {
            return 0;
        }
        return (endedNanos == 0 ? System.nanoTime() : endedNanos) - startedNanos;
    }

    /** How long ago it was read to its end, in nanoseconds; 0 before. */
    long endedAgoNanos() {
        return endedNanos == 0 ? 0 : System.nanoTime() - endedNanos;
    }

    /** Bytes of the medium a second, on average since the reading began. */
    public double rate() {
        long elapsed = elapsedNanos();
        return elapsed <= 0 ? 0 : progress().done() * 1e9 / elapsed;
    }

    /** The inputs that stand in this one, where it is an archive: those whose content a reader knows. */
    public List<Import> members() {
        return List.copyOf(members);
    }

    /** How many files of an archive no reader knows. */
    public int unknownMembers() {
        return unknownMembers;
    }

    /** Asks the reader to stop, with the members of an archive; what has been read stays. Returns at once. */
    public void cancel() {
        handle().cancel();
        members.forEach(Import::cancel);
    }

    /** What was assumed of the times, as sentences, once it has been read. */
    public List<String> notes() {
        Assumed times = assumed;
        return times == null || !state.isEnd() ? List.of() : times.notes();
    }

    /** A table was kept of it that is not to be believed. */
    void distrust() {
        distrusted = true;
    }

    /** Whether a table was kept of it that is damaged or comes from elsewhere, so that the file was read after all. */
    public boolean distrusted() {
        return distrusted;
    }

    /** What is assumed of its times; null before it is read. */
    public @Nullable Assumed assumed() {
        return assumed;
    }

    /** Whether what is written to the file from now on is read too. */
    public boolean followed() {
        return followed;
    }

    /** Whether it was read because its file has grown, or has come up in a folder that is followed: what it has may be news. */
    public boolean arriving() {
        return arriving;
    }

    /** When its file was changed for the last time before it was read, in nanoseconds since 1970; -1 where there is no file. */
    long modified() {
        return modified;
    }

    /** What the file hashed to from which the table was read that was kept for it; null where the file itself was read. */
    @Nullable
    String keptHash() {
        return keptHash;
    }

    void modified(long nanos) {
        modified = nanos;
    }

    void kept(String hash) {
        keptHash = hash;
    }

    void reached(Reached end) {
        reached = end;
    }

    /** What reads on behind what was read; by whoever reads it next, and by nobody else. */
    @Nullable
    Reached takeReached() {
        Reached taken = reached;
        reached = null;
        return taken;
    }

    void follow(boolean on) {
        followed = on;
    }

    void arrives() {
        arriving = true;
    }

    void assumes(Assumed times) {
        assumed = times;
    }

    void started(JobHandle<Import> job) {
        handle = job;
    }

    void reading() {
        startedNanos = System.nanoTime();
        state = State.READING;
    }

    void known(String formatName, ObservationTable observations) {
        format = formatName;
        table = observations;
    }

    /** It is an archive. */
    void archive(String formatName) {
        format = formatName;
    }

    void member(Import member) {
        members.add(member);
    }

    void removed() {
        removed = true;
    }

    boolean wasRemoved() {
        return removed;
    }

    /** By the one thread that reads. */
    @SuppressWarnings("NonAtomicVolatileUpdate")
    void unknownMember() {
        unknownMembers++;
    }

    /** The last thing that happens to it. */
    void end(State last, @Nullable String why) {
        endedNanos = System.nanoTime();
        message = why;
        state = last;
    }
}
