package org.rpcscope.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.Import;
import org.rpcscope.cases.Imports;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Detector;
import org.rpcscope.detect.EventFindings;
import org.rpcscope.detect.EventRules;
import org.rpcscope.input.Formats;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Sources;
import org.rpcscope.job.PooledRunner;
import org.rpcscope.job.Workers;
import org.rpcscope.session.EventJudge;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.SessionRouting;

/** One run of {@code scan}: reads the inputs one after the other, judges the sessions, and writes their records. */
final class Scan {

    private final CommandLine.Parts parts;
    private final ScanRequest request;
    private final long started = System.nanoTime();
    private final Pools pools = new Pools();
    private final List<Import> read = new ArrayList<>();
    private final CompletableFuture<Engine> engine = new CompletableFuture<>();
    private boolean unreadable;
    private long problems;
    private int skipped;

    Scan(CommandLine.Parts parts, ScanRequest request) {
        this.parts = parts;
        this.request = request;
    }

    /** Does it, and returns the exit code. */
    int run() throws UsageException {
        InputList inputs = InputList.of(request.inputs());
        for (String fault : inputs.faults()) {
            parts.err().println(fault);
            unreadable = true;
            problems++;
        }
        try (PooledRunner runner = new PooledRunner("import")) {
            Imports imports = new Imports(runner, formats(), pools, request.threads(), judges());
            imports.assume(request.times());
            for (InputList.Entry entry : inputs.entries()) {
                Import input = open(imports, entry);
                makeEngine(); // while the first input is read, since both take their time
                if (input != null) {
                    finish(input, entry);
                }
            }
            makeEngine();
            Detection detection = detect(imports.tables(), rule -> !rules().isSilent(rule));
            EventFindings events = request.printing().events() ? events(imports.tables(), detection) : null;
            try {
                new Records(request.printing(), detection, events).write(parts.out());
            } catch (IOException e) {
                parts.err().println("rpcscope: the records cannot be written: " + e.getMessage());
                unreadable = true;
            }
            return end(detection);
        }
    }

    /** Those of events, where they have records. */
    private Supplier<EventJudge> judges() {
        return request.printing().events() ? () -> engine.join().rules().get() : EventJudge.NO_RULES;
    }

    private void makeEngine() throws UsageException {
        if (!engine.isDone()) {
            try {
                engine.complete(Engine.of(
                        request.tuning(), request.printing().events(), LocalDate.now(ZoneOffset.UTC), parts.err()));
            } finally {
                engine.cancel(false); // whoever still waits for it, where it could not be made
            }
        }
    }

    private EventRules rules() {
        return engine.join().rules();
    }

    private EventFindings events(List<ObservationTable> tables, Detection detection) {
        boolean silent = rules().rules().stream()
                .anyMatch(rule -> rules().isSilent(rule) && SessionRouting.answers(rule.logSource()));
        List<Detection> detections =
                silent ? List.of(detection, detect(tables, rules()::isSilent)) : List.of(detection);
        return EventFindings.of(tables, rules(), detections);
    }

    private Formats<ObservationTable> formats() {
        String name = request.inputFormat();
        if (name == null) {
            return parts.formats();
        }
        InputFormat<ObservationTable> format = parts.formats().byName(name).orElseThrow();
        return new Formats<>(List.of(new ForcedFormat(format)));
    }

    private @Nullable Import open(Imports imports, InputList.Entry entry) {
        if (!entry.path().equals("-")) {
            return imports.open(Path.of(entry.path()));
        }
        try {
            return imports.open("-", Sources.standardInput(parts.in()));
        } catch (IOException e) {
            report("-", Problem.at(0, String.valueOf(e.getMessage())));
            unreadable = true;
            return null;
        }
    }

    /** Waits for an input to be read, and tells its problems. */
    private void finish(Import input, InputList.Entry entry) {
        await(input);
        boolean unknown = input.state() == Import.State.UNKNOWN_FORMAT;
        if (unknown && !entry.named()) {
            skipped++;
            return;
        }
        skipped += input.unknownMembers();
        input.members().forEach(member -> finish(member, new InputList.Entry(member.name(), false)));
        boolean archive = input.state() == Import.State.DONE && input.table() == null;
        if (!archive) {
            read.add(input);
        } else if (entry.named()
                && input.members().isEmpty()
                && input.problems().count() == 0) {
            input.problems().add(Problem.at(0, "no reader knows anything in this archive"));
        }
        input.notes().forEach(note -> parts.err().println(entry.path() + ": note: " + note));
        List<Problem> first = input.problems().first();
        first.forEach(problem -> report(entry.path(), problem));
        long more = input.problems().count() - first.size();
        if (more > 0) {
            parts.err()
                    .println(entry.path() + ": " + more + " more problems, "
                            + input.problems().count() + " in all");
            problems += more;
        }
        boolean nothing = unknown || archive && input.members().isEmpty();
        boolean failed = input.state() == Import.State.FAILED || (nothing && !first.isEmpty());
        unreadable |= failed && entry.named();
    }

    private void report(String file, Problem problem) {
        parts.err().println(file + ": " + problem);
        problems++;
    }

    private void await(Import input) {
        while (true) {
            try {
                input.handle().result().get(200, TimeUnit.MILLISECONDS);
                break;
            } catch (TimeoutException e) {
                progress(input);
            } catch (InterruptedException e) {
                input.cancel();
                Thread.currentThread().interrupt();
                break;
            } catch (ExecutionException e) {
                throw new IllegalStateException("an import ends, whatever happens", e);
            }
        }
        if (request.printing().progress()) {
            parts.err().print("\r\033[K");
        }
    }

    private void progress(Import input) {
        if (request.printing().progress()) {
            long total = input.progress().total();
            long done = input.progress().done();
            String part = total > 0 ? 100 * done / total + " %" : (done >> 20) + " MB";
            parts.err().printf(Locale.ROOT, "\r\033[K%s: %s, %.0f MB/s", input.name(), part, input.rate() / 1e6);
        }
    }

    private Detection detect(List<ObservationTable> tables, Predicate<Rule> which) {
        Engine made = engine.join();
        List<Rule> rules = rules().rules().stream().filter(which).toList();
        Detector detector = new Detector(
                pools, rules, made.profile().networks(1), made.profile().weights(), made::interfaces);
        detector.rules(rules, made.exceptions());
        detector.thresholds(made.profile().thresholds());
        try (Workers workers = new Workers(request.threads())) {
            return detector.run(tables, workers);
        }
    }

    private int end(Detection detection) {
        if (skipped > 0) {
            parts.err().println("skipped=" + skipped + " files in folders and archives that no reader knows");
        }
        long bytes = read.stream().mapToLong(input -> input.progress().done()).sum();
        long packets = read.stream()
                .map(Import::table)
                .mapToLong(table -> table == null ? 0 : table.packets())
                .sum();
        long events = read.stream()
                .map(Import::table)
                .mapToLong(table -> table == null ? 0 : table.events().count())
                .sum();
        int flagged = detection.flaggedCount();
        parts.err()
                .printf(
                        Locale.ROOT,
                        "inputs=%d bytes=%d packets=%d events=%d sessions=%d flagged=%d problems=%d seconds=%.2f%n",
                        read.size(),
                        bytes,
                        packets,
                        events,
                        detection.sessions().count(),
                        flagged,
                        problems,
                        (System.nanoTime() - started) / 1e9);
        if (unreadable || (request.strict() && problems > 0)) {
            return CommandLine.UNREADABLE;
        }
        return flagged > 0 ? CommandLine.FLAGGED : CommandLine.NOTHING;
    }
}
