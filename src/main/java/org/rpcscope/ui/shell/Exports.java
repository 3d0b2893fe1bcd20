package org.rpcscope.ui.shell;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.Note;
import org.rpcscope.detect.Detection;
import org.rpcscope.export.FindingWriter;
import org.rpcscope.export.HtmlReport;
import org.rpcscope.export.PacketComment;
import org.rpcscope.export.PcapngWriter;
import org.rpcscope.export.Report;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobHandle;
import org.rpcscope.job.Progress;
import org.rpcscope.session.Mark;
import org.rpcscope.session.Marks;
import org.rpcscope.session.Sessions;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.FilePicker;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.fx.Times;
import org.rpcscope.ui.sessions.SessionsModel;
import org.rpcscope.ui.triage.TriageController.NotesOf;

/** Writes what the table lists into files that others read. JavaFX thread only; the writing is a job. */
record Exports(
        Engine engine,
        Features features,
        FilePicker picker,
        Texts texts,
        RunningExport running,
        Consumer<String> notice,
        Consumer<Throwable> failures) {

    /** Writes the sessions into a stream, and returns what there is to say of it, or nothing. Any thread. */
    private interface Writing {
        String write(Listed listed, OutputStream out, Progress progress) throws IOException;
    }

    /** What is listed, as it was when the analyst asked. */
    private record Listed(
            Detection detection, int[] sessions, String filter, Marks marks, Times times, NotesOf notes) {}

    /** One action for each kind of file. */
    List<Action> actions() {
        return List.of(
                Action.always("export.report", null, null, () -> save("report.html", this::report)),
                Action.always(
                        "export.csv",
                        null,
                        null,
                        () -> save(
                                "sessions.csv",
                                (listed, out, progress) -> records(
                                        FindingWriter.csv(out, listed.detection.interfaces(), listed.times.zone()),
                                        listed,
                                        progress))),
                Action.always(
                        "export.json",
                        null,
                        null,
                        () -> save(
                                "sessions.jsonl",
                                (listed, out, progress) -> records(
                                        FindingWriter.jsonLines(out, listed.detection.interfaces()),
                                        listed,
                                        progress))),
                Action.always("export.packets", null, null, () -> save("packets.pcapng", this::packets)));
    }

    private void save(String name, Writing writing) {
        SessionsModel sessions = features.table().model();
        SessionsModel.Listed now = sessions.listed().getValue();
        Detection detection = now.detection();
        Path chosen = detection == null ? null : picker.save(texts.get("export.title"), null, name);
        if (detection == null || chosen == null) {
            return;
        }
        Listed listed = new Listed(
                detection,
                now.sessions(),
                sessions.filter().applied().get().text(),
                sessions.marks().get(),
                texts.times().get(),
                features.triage().controller().notes());
        FxThread fx = FxThread.platform();
        JobHandle<String> handle =
                engine.runner().start(Job.of(chosen.toString(), progress -> write(chosen, listed, writing, progress)));
        running.show(handle);
        var _ = handle.result().whenComplete((said, failure) -> fx.later(() -> done(chosen, handle, said, failure)));
    }

    private void done(Path file, JobHandle<String> handle, @Nullable String said, @Nullable Throwable failure) {
        running.ended(handle);
        if (failure == null && handle.progress().cancelled()) {
            notice.accept(texts.get("export.cancelled", file.toString()));
        } else if (failure == null) {
            notice.accept((texts.get("export.done", file.toString()) + " " + said).strip());
        } else if (failure instanceof IOException || failure instanceof UncheckedIOException) {
            notice.accept(texts.get("export.failed", file.toString(), String.valueOf(failure.getMessage())));
        } else {
            failures.accept(failure);
        }
    }

    /** Beside the file first, so that no half of one is ever there. */
    private static String write(Path file, Listed listed, Writing writing, Progress progress) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".part");
        String said;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside), 1 << 16)) {
            said = writing.write(listed, out, progress);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(beside);
            throw e;
        }
        if (progress.cancelled()) {
            Files.deleteIfExists(beside);
        } else {
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return said;
    }

    /** The packets of the sessions, from the captures that they were seen in. */
    private String packets(Listed listed, OutputStream out, Progress progress) throws IOException {
        Sessions sessions = listed.detection.sessions();
        PcapngWriter writer = new PcapngWriter(out, texts.get("app.name"));
        List<String> missing = engine.transcripts()
                .copies()
                .copy(
                        sessions,
                        listed.sessions,
                        (input, begun) -> writer.capture(input.file(), conversation -> {
                            int session = begun.session(conversation);
                            return PacketComment.of(
                                    listed.detection.finding(session), listed.marks.of(sessions, session));
                        }),
                        progress);
        if (writer.packets() == 0 && !progress.cancelled()) {
            throw new IOException(missing.isEmpty() ? texts.get("export.no-packets") : String.join("; ", missing));
        }
        String said = texts.count("export.packets", writer.packets());
        return missing.isEmpty() ? said : said + " " + texts.get("export.missing", String.join("; ", missing));
    }

    private static String records(FindingWriter writer, Listed listed, Progress progress) throws IOException {
        try (writer) {
            progress.total(listed.sessions.length);
            for (int session : listed.sessions) {
                if (progress.cancelled()) {
                    break;
                }
                writer.write(listed.detection.finding(session));
                progress.advance(1);
            }
        }
        return "";
    }

    private String report(Listed listed, OutputStream out, Progress progress) throws IOException {
        Instant now = Instant.now();
        Sessions sessions = listed.detection.sessions();
        Report report = new Report(
                texts.get("export.report.title"),
                now.getEpochSecond() * 1_000_000_000L + now.getNano(),
                listed.times.zone(),
                listed.detection,
                listed.sessions,
                listed.filter,
                session -> listed.marks.of(sessions, session),
                session -> remarks(listed, session),
                ReportPicture.of(listed.detection, listed.sessions, progress, texts));
        HtmlReport.write(report, out, progress);
        return "";
    }

    private static List<Report.Remark> remarks(Listed listed, int session) {
        Mark mark = listed.marks.of(listed.detection.sessions(), session);
        if (mark.notes() == 0) {
            return List.of();
        }
        try {
            return listed.notes.of(listed.marks.keyOf(listed.detection.sessions(), session)).stream()
                    .map(note -> remark(note, listed.times))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Report.Remark remark(Note note, Times times) {
        return new Report.Remark(note.author() + ", " + times.minutes(note.time()) + " " + times.label(), note.text());
    }
}
