package org.rpcscope.ui.shell;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobHandle;
import org.rpcscope.ui.fx.FilePicker;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.Texts;

/** The ways in which files come into the case: the dialog, the sample data, and files dropped on the window. */
final class Opening {

    private final Engine engine;
    private final FilePicker picker;
    private final Texts texts;
    private final Consumer<Throwable> failures;
    private @Nullable Path lastFolder;

    Opening(Engine engine, FilePicker picker, Texts texts, @Nullable Path lastFolder, Consumer<Throwable> failures) {
        this.engine = engine;
        this.picker = picker;
        this.texts = texts;
        this.lastFolder = lastFolder;
        this.failures = failures;
    }

    @Nullable
    Path lastFolder() {
        return lastFolder;
    }

    /** Asks for files and opens them. */
    void ask() {
        List<Path> chosen = picker.open(texts.get("open.title"), lastFolder);
        if (!chosen.isEmpty()) {
            lastFolder = chosen.getFirst().toAbsolutePath().getParent();
            open(chosen);
        }
    }

    /** Opens files, and all files in folders. The disk is touched by a job alone. */
    void open(List<Path> paths) {
        if (!paths.isEmpty()) {
            JobHandle<Integer> handle = engine.runner().start(Job.of("open", _ -> {
                List<Path> files = files(paths);
                files.forEach(engine.imports()::open);
                return files.size();
            }));
            var _ = handle.result().whenComplete((_, failure) -> {
                if (failure != null) {
                    failures.accept(failure);
                }
            });
        }
    }

    /**
     * Opens files in place of all that is open.
     *
     * @param then called on the JavaFX thread when all have been named to the case
     */
    void replace(List<Path> files, Runnable then) {
        FxThread fx = FxThread.platform();
        JobHandle<Integer> handle = engine.runner().start(Job.of("open", _ -> {
            engine.imports().retain(new HashSet<>(files));
            files.forEach(engine.imports()::open);
            return files.size();
        }));
        var _ = handle.result()
                .whenComplete((_, failure) -> fx.later(() -> {
                    then.run();
                    if (failure != null) {
                        failures.accept(failure);
                    }
                }));
    }

    private static List<Path> files(List<Path> paths) {
        List<Path> files = new ArrayList<>();
        for (Path path : paths) {
            if (!Files.isDirectory(path)) {
                files.add(path); // one that is missing becomes an import that says so
                continue;
            }
            try (Stream<Path> walk = Files.walk(path)) {
                walk.filter(Files::isRegularFile).sorted().forEach(files::add);
            } catch (IOException | UncheckedIOException e) {
                files.add(path);
            }
        }
        return files;
    }

    /** Lets files be dropped anywhere on the window. */
    void acceptDrops(Scene scene) {
        scene.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles()) {
                event.acceptTransferModes(TransferMode.COPY);
            }
            event.consume();
        });
        scene.setOnDragDropped(this::dropped);
    }

    private void dropped(DragEvent event) {
        Dragboard board = event.getDragboard();
        if (board.hasFiles()) {
            open(board.getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(board.hasFiles());
        event.consume();
    }
}
