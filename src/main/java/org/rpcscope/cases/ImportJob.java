package org.rpcscope.cases;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Formats;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Progress;
import org.rpcscope.session.EventJudge;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

/** Reads one input from its first byte to its end, whatever that is, and leaves the import in a last state. */
record ImportJob(
        Import input,
        Imports.Opening opening,
        Formats<ObservationTable> formats,
        Pools pools,
        int threads,
        Supplier<EventJudge> judges) {

    Import run(Progress progress) {
        input.reading();
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
        Optional<InputFormat<ObservationTable>> format = formats.detect(head);
        if (format.isEmpty()) {
            unknown(head.bytes().length == 0);
            return;
        }
        String name = format.get().name();
        Input origin = new Input(input.name(), name, fingerprint(head.bytes(), source.packedSize()));
        ObservationTable table = new ObservationTable(origin, pools, judges);
        input.known(name, table);
        format.get().read(source, table, new InputFormat.Reading(threads, progress, input.problems()));
        endTable();
        input.end(progress.cancelled() ? Import.State.CANCELLED : Import.State.DONE, null);
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
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(head);
            digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size).array());
            return ByteBuffer.wrap(digest.digest()).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
