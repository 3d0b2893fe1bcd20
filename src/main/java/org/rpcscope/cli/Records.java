package org.rpcscope.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.EventFinding;
import org.rpcscope.detect.EventFindings;
import org.rpcscope.export.FindingWriter;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.filter.Filter;
import org.rpcscope.filter.SessionFilter;
import org.rpcscope.job.Progress;

/**
 * The records of a scan: which sessions have one, in which shape, and where they go.
 *
 * @param events what was found beside sessions; null where it has no records
 */
record Records(
        ScanRequest.Printing printing,
        Detection detection,
        @Nullable EventFindings events) {

    /** Writes the records; into a file, beside it first, so that what is there is whole or untouched. */
    void write(PrintStream standard) throws IOException {
        Path file = printing.output();
        if (file == null) {
            print(standard);
            return;
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) { // a device or a pipe cannot be replaced
            try (OutputStream out = new BufferedOutputStream(new FileOutputStream(file.toFile()), 1 << 16)) {
                records(out);
            }
            return;
        }
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16)) {
            records(out);
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw e;
        }
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Writes them where a print stream would, which swallows faults: on a full disk they would be lost without a word. */
    private void print(PrintStream standard) throws IOException {
        OutputStream direct = standard == System.out ? new FileOutputStream(FileDescriptor.out) : standard;
        try {
            OutputStream out = new BufferedOutputStream(direct, 1 << 16);
            records(out);
            out.flush();
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage())
                    .toLowerCase(Locale.ROOT)
                    .contains("pipe")) { // else who reads has enough
                throw e;
            }
        }
    }

    private void records(OutputStream out) throws IOException {
        try (FindingWriter writer = switch (printing.format()) {
            case TABLE -> FindingWriter.table(out, detection.interfaces());
            case JSONL -> FindingWriter.jsonLines(out, detection.interfaces());
            case CSV -> FindingWriter.csv(out, detection.interfaces());
        }) {
            Iterator<EventFinding> rest = events == null ? Collections.emptyIterator() : events.iterator();
            EventFinding next = rest.hasNext() ? rest.next() : null;
            for (int session : listed()) {
                while (next != null && next.time() < detection.sessions().start(session)) {
                    writer.write(next);
                    next = rest.hasNext() ? rest.next() : null;
                }
                writer.write(detection.finding(session));
            }
            while (next != null) {
                writer.write(next);
                next = rest.hasNext() ? rest.next() : null;
            }
        }
    }

    private int[] listed() {
        int[] sessions = printing.all()
                ? IntStream.range(0, detection.sessions().count()).toArray()
                : detection.flaggedSessions();
        Filter filter = printing.filter();
        return filter.isEmpty()
                ? sessions
                : new SessionFilter(filter.query(), detection, new ConversationNames(detection.interfaces()))
                        .of(sessions, new Progress());
    }
}
