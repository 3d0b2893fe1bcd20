package org.rpcscope.cases;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.Archive;
import org.rpcscope.input.Assumed;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Formats;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.Onward;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Sources;
import org.rpcscope.job.JobHandle;
import org.rpcscope.job.Progress;
import org.rpcscope.session.EventJudge;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

/**
 * Reads one input from its first byte to its end, whatever that is, and leaves the import in a last state. An archive is
 * read once from front to back: each of its members becomes an import of its own on the way.
 *
 * @param assumed makes what is assumed of times, anew for each input
 * @param members told of each member of an archive, before it is read
 */
record ImportJob(
        Import input,
        Opening opening,
        Formats<ObservationTable> formats,
        Pools pools,
        int threads,
        Supplier<EventJudge> judges,
        Supplier<Assumed> assumed,
        BiConsumer<Import, Import> members) {

    /** An archive in an archive is opened, one in that is not: who packs deeper wants to hide something. */
    private static final int DEEPEST = 2;

    Import run(Progress progress) {
        input.reading();
        try {
            input.modified(opening.modified());
        } catch (IOException _) { // opening it says why
            input.modified(-1);
        }
        try (ByteSource source = opening.open()) {
            progress.total(source.packedSize());
            read(source, progress);
        } catch (IOException e) {
            endTable();
            String message = e.getMessage() == null ? e.toString() : e.getMessage();
            input.problems().add(Problem.at(0, message));
            input.end(Import.State.FAILED, message);
        } catch (Throwable defect) { // a reader's defect, or no memory: nobody else would hear of it
            endTable();
            input.end(Import.State.FAILED, "the reader failed: " + defect);
        }
        return input;
    }

    private void read(ByteSource source, Progress progress) throws IOException {
        InputFormat.Head head = Sources.head(source);
        Import before = opening.before();
        Reached reached = before == null ? null : before.takeReached();
        if (before != null && reached != null && reached.isOf(source, head, assumed.get(), judges)) {
            readOn(before, reached, source, progress);
            return;
        }
        Archive archive = Archive.of(source, head);
        if (archive != null) {
            try (archive) {
                input.archive(archive.format());
                members(archive, source, progress, 1);
            }
            input.end(progress.cancelled() ? Import.State.CANCELLED : Import.State.DONE, null);
            return;
        }
        Optional<InputFormat<ObservationTable>> format = formats.detect(head);
        if (format.isEmpty()) {
            unknown(head.bytes().length == 0);
            return;
        }
        read(source, head, format.get(), progress);
    }

    /** Reads what an archive holds, one after the other; damage of the archive is a problem of the archive. */
    private void members(Archive archive, ByteSource root, Progress progress, int depth) {
        try {
            for (Archive.Member member = archive.next();
                    member != null && !progress.cancelled();
                    member = archive.next()) {
                member(member, root, progress, depth);
                progress.advance(root.consumed() - progress.done());
            }
        } catch (IOException e) {
            input.problems().add(Problem.at(root.consumed(), String.valueOf(e.getMessage())));
        }
    }

    private void member(Archive.Member member, ByteSource root, Progress progress, int depth) throws IOException {
        try (ByteSource source = member.source()) {
            if (member.refusal() != null) {
                input.problems().add(Problem.at(0, source.name() + " " + member.refusal()));
                return;
            }
            InputFormat.Head head = Sources.head(source);
            Archive inner = Archive.of(source, head);
            if (inner != null && depth < DEEPEST) {
                try (inner) {
                    members(inner, root, progress, depth + 1);
                }
                return;
            }
            Optional<InputFormat<ObservationTable>> format = inner == null ? formats.detect(head) : Optional.empty();
            if (format.isEmpty()) {
                if (head.bytes().length > 0) {
                    input.unknownMember();
                }
                return;
            }
            Import part = new Import(source.name());
            JobHandle<Import> handle = new JobHandle<>(source.name(), new Progress(), new CompletableFuture<>());
            part.started(handle);
            members.accept(input, part);
            handle.progress().total(source.packedSize());
            new ImportJob(part, () -> source, formats, pools, threads, judges, assumed, members)
                    .runMember(source, head, format.get(), handle);
        }
    }

    private void runMember(
            ByteSource source, InputFormat.Head head, InputFormat<ObservationTable> format, JobHandle<Import> handle) {
        input.reading();
        try {
            read(source, head, format, handle.progress());
        } catch (Throwable defect) { // of the reader: the other members are read all the same
            endTable();
            input.end(Import.State.FAILED, "the reader failed: " + defect);
        }
        handle.result().complete(input);
    }

    private void read(
            ByteSource source, InputFormat.Head head, InputFormat<ObservationTable> reader, Progress progress) {
        String name = reader.name();
        Input origin = opening.input(input.name(), name, head.bytes(), source.packedSize());
        if (isKept(origin, source.packedSize(), progress)) {
            return;
        }
        ObservationTable table = new ObservationTable(origin, pools, judges);
        input.known(name, table);
        Assumed times = assumed.get();
        input.assumes(times);
        InputFormat.Reading reading = new InputFormat.Reading(threads, progress, input.problems(), times);
        if (opening.growing()) {
            Onward<ObservationTable> onward = reader.readGrowing(source, table, reading);
            if (onward != null && onward.end() >= 0 && Reached.isSettled(head, source)) {
                input.reached(new Reached(
                        onward,
                        name,
                        Reached.beginning(head),
                        times,
                        table.events().judges()));
            }
        } else {
            reader.read(source, table, reading);
        }
        endTable();
        input.end(progress.cancelled() ? Import.State.CANCELLED : Import.State.DONE, null);
    }

    /** Reads what has come since, and no more. */
    private void readOn(Import before, Reached reached, ByteSource source, Progress progress) {
        input.problems().addAll(before.problems());
        input.assumes(reached.assumed());
        InputFormat.Reading reading = new InputFormat.Reading(threads, progress, input.problems(), reached.assumed());
        input.known(reached.format(), reached.onward().read(source, reading));
        if (opening.growing() && reached.onward().end() >= 0) {
            input.reached(reached);
        }
        input.end(progress.cancelled() ? Import.State.CANCELLED : Import.State.DONE, null);
    }

    /** Takes the table that was kept of the same file, if there is one; or leaves it to the reader. */
    private boolean isKept(Input origin, long size, Progress progress) {
        TableCache.Kept kept = input.modified() < 0
                ? null
                : opening.cache()
                        .read(
                                new TableCache.Source(origin, size, input.modified()),
                                threads,
                                pools,
                                progress,
                                input::distrust);
        if (kept != null) {
            input.kept(kept.hash());
            input.known(origin.format(), kept.table());
            progress.advance(size - progress.done());
            input.end(Import.State.DONE, null);
        }
        return kept != null;
    }

    /** An empty input has no format either, but nothing is wrong with it. */
    private void unknown(boolean empty) {
        String message = empty ? "the input is empty" : "no reader knows this content";
        if (!empty) {
            input.problems().add(Problem.at(0, message));
        }
        input.end(Import.State.UNKNOWN_FORMAT, message);
    }

    /** Sessions are put together from ended tables alone: one that never ended would hold up all others. */
    private void endTable() {
        @Nullable ObservationTable table = input.table();
        if (table != null && !table.ended()) {
            table.end();
        }
    }

    /** The first 64 bits of the SHA-256 of the first bytes and the size, which tell inputs apart without reading them. */
    static long fingerprint(byte[] head, long size) {
        MessageDigest digest = ContentHash.sha256();
        digest.update(head, 0, Math.min(head.length, Sources.HEAD));
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size).array());
        return ByteBuffer.wrap(digest.digest()).getLong();
    }

    /** What it was when the file had {@code then} bytes, if it has grown since: nothing that was there has changed then. */
    static long fingerprint(byte[] head, long size, long then) {
        return isGrown(size, then)
                ? fingerprint(Arrays.copyOf(head, (int) Math.min(head.length, then)), then)
                : fingerprint(head, size);
    }

    static boolean isGrown(long size, long then) {
        return then >= 0 && then < size;
    }
}
