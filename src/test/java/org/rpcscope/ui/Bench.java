package org.rpcscope.ui;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.CaseEvents;
import org.rpcscope.cases.Imports;
import org.rpcscope.cases.Transcripts;
import org.rpcscope.input.Formats;
import org.rpcscope.job.PooledRunner;
import org.rpcscope.logs.TableFormat;
import org.rpcscope.mapping.SavedMappings;
import org.rpcscope.rpc.OwnInterfaces;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Replay;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.ui.fx.FilePicker;
import org.rpcscope.ui.sessions.TableLine;
import org.rpcscope.ui.shell.Desk;
import org.rpcscope.ui.shell.Engine;
import org.rpcscope.ui.shell.Workbench;
import org.testfx.api.FxToolkit;

/** The real window over files of a test, with a clipboard and file dialogs that the test sees. */
final class Bench implements AutoCloseable {

    /** So many looks a node has to be where it was; there are 50 in a second. */
    private static final int STILL = 15;

    private static final int PATIENCE_MILLIS = 20_000;

    final SessionsInText format = new SessionsInText();
    final Pools pools = new Pools();
    final List<String> copied = new ArrayList<>();
    final List<Path> chosen = new ArrayList<>();
    final Path folder;
    final Stage stage;
    private final PooledRunner runner = new PooledRunner("job");
    private final Workbench workbench;

    /** What the program reads and shows by itself. */
    record Real(Formats<ObservationTable> formats, Replay replay, List<Path> samples) {}

    /** Opens the window over sessions in text. */
    Bench(Path folder) {
        this(folder, null);
    }

    /** Opens the window as the program does; over sessions in text where it is not said over what. */
    Bench(Path folder, @Nullable Real real) {
        this(folder, real, 1);
    }

    /** @param threads how many read each file */
    Bench(Path folder, @Nullable Real real, int threads) {
        this.folder = folder;
        try {
            FxToolkit.registerPrimaryStage();
        } catch (TimeoutException e) {
            throw new IllegalStateException(e);
        }
        Platform.setImplicitExit(false);
        List<BundledRule> bundled = BundledRules.load();
        SavedMappings mappings = SavedMappings.load(mappings());
        Formats<ObservationTable> formats = real == null
                ? new Formats<>(List.of(format, TableFormat.any(System::nanoTime, mappings)))
                : real.formats();
        Imports imports = new Imports(runner, formats, pools, threads);
        Engine engine = new Engine(
                imports,
                pools,
                bundled,
                runner,
                new Transcripts(runner, real == null ? new Talks() : real.replay(), imports::tables),
                new CaseEvents(formats, imports::tables),
                mappings,
                own());
        List<Path> samples = real == null
                ? List.of(file("sample.txt", "sessions", "confirmed 10.20.4.31 49812 45.148.10.77 135"))
                : real.samples();
        Desk desk = new Desk("test", settings(), folder.resolve("own.rpcscope"), samples, new Picker(), copied::add);
        stage = fx(Stage::new);
        workbench = fx(() -> new Workbench(stage, engine, desk));
        run(workbench::show);
    }

    /** The analyst's own table of interfaces, where the test has written one. */
    private OwnInterfaces own() {
        Path file = folder.resolve("interfaces.tsv");
        return Files.exists(file) ? OwnInterfaces.read(file) : OwnInterfaces.NONE;
    }

    Path mappings() {
        return folder.resolve("config").resolve("mappings.json");
    }

    Path settings() {
        return folder.resolve("config").resolve("settings.json");
    }

    private final class Picker implements FilePicker {
        @Override
        public List<Path> open(String title, @Nullable Path start) {
            return List.copyOf(chosen);
        }

        @Override
        public @Nullable Path save(String title, @Nullable Path start, String name) {
            return chosen.getFirst();
        }

        @Override
        public @Nullable Path folder(String title, @Nullable Path start) {
            return chosen.getFirst();
        }
    }

    Path file(String name, String... lines) {
        try {
            return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void open(Path... files) {
        run(() -> workbench.open(List.of(files)));
    }

    Scene scene() {
        return stage.getScene();
    }

    @SuppressWarnings("unchecked") // there is one table of sessions
    TableView<TableLine> table() {
        return (TableView<TableLine>) scene().lookup("#sessions");
    }

    /** The cells of the table's lines, by columns in their order, joined by a space. */
    List<String> lines(String... columns) {
        return fx(() -> {
            List<String> lines = new ArrayList<>();
            for (int i = 0; i < table().getItems().size(); i++) {
                List<String> cells = new ArrayList<>();
                for (String id : columns) {
                    for (var column : table().getColumns()) {
                        if (column.getId().equals(id)) {
                            cells.add(String.valueOf(column.getCellData(i)));
                        }
                    }
                }
                lines.add(String.join(" ", cells));
            }
            return lines;
        });
    }

    <N extends Node> N find(Class<N> type, String selector) {
        return fx(() -> type.cast(scene().lookup(selector)));
    }

    /** All words that a part of the window shows. */
    String words(String selector) {
        return fx(() -> {
            Node part = scene().lookup(selector);
            StringBuilder words = new StringBuilder();
            if (part != null) {
                for (Node node : part.lookupAll("*")) {
                    if (node instanceof Labeled labeled && labeled.getText() != null && shown(node)) {
                        words.append(labeled.getText()).append('\n');
                    }
                }
            }
            return words.toString();
        });
    }

    private static boolean shown(@Nullable Node node) {
        return node == null || node.isVisible() && shown(node.getParent());
    }

    /** Waits until both are equal, as the window shows things a moment later. */
    <T> void await(T expected, Supplier<T> actual) {
        T last = actual.get();
        for (int waited = 0; !expected.equals(last); waited += 20) {
            if (waited > PATIENCE_MILLIS) {
                fail("expected " + expected + ", but it is " + last);
            }
            pause();
            last = actual.get();
        }
    }

    /** Waits until a part of the window says something. */
    void awaitWords(String selector, String words) {
        for (int waited = 0; !words(selector).contains(words); waited += 20) {
            if (waited > PATIENCE_MILLIS) {
                fail(selector + " does not say '" + words + "' but: " + words(selector));
            }
            pause();
        }
    }

    /** Where a node stands on the screen, once it has not moved for a while: what is being filled moves what is beside it. */
    Bounds still(Supplier<? extends @Nullable Node> node) {
        AtomicReference<@Nullable Bounds> last = new AtomicReference<>();
        AtomicInteger same = new AtomicInteger();
        await(true, () -> {
            Bounds now = fx(() -> {
                Node there = node.get();
                return there == null ? null : there.localToScreen(there.getBoundsInLocal());
            });
            same.set(now != null && now.equals(last.get()) ? same.get() + 1 : 0);
            last.set(now);
            return same.get() >= STILL;
        });
        return Objects.requireNonNull(last.get());
    }

    static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static void run(Runnable task) {
        fx(() -> {
            task.run();
            return true;
        });
    }

    static <T> T fx(Callable<T> task) {
        try {
            if (Platform.isFxApplicationThread()) {
                return task.call();
            }
            FutureTask<T> future = new FutureTask<>(task);
            Platform.runLater(future);
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        format.goOn();
        run(() -> {
            List<Window> beside = new ArrayList<>(Window.getWindows()); // editors and menus, which use the runner too
            beside.remove(stage);
            beside.forEach(Window::hide);
            stage.hide();
        });
        runner.close();
    }
}
