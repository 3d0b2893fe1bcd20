package org.rpcscope.ui.columns;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import org.rpcscope.cases.Import;
import org.rpcscope.cases.Imports;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobRunner;
import org.rpcscope.mapping.Guess;
import org.rpcscope.mapping.Mapping;
import org.rpcscope.mapping.MappingFile;
import org.rpcscope.mapping.SavedMappings;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.JobSlot;

/** Opens a table in the dialogue, and has it read again by what was chosen. JavaFX thread only. */
public final class ColumnsController implements AutoCloseable {

    private final ColumnsModel model;
    private final Imports imports;
    private final SavedMappings mappings;
    private final JobSlot opening;
    private final JobSlot writing;

    /** @param mappings what was chosen for tables with the same columns, by which they are read */
    public ColumnsController(
            ColumnsModel model,
            Imports imports,
            SavedMappings mappings,
            JobRunner runner,
            FxThread fx,
            Consumer<Throwable> failures) {
        this.model = model;
        this.imports = imports;
        this.mappings = mappings;
        this.opening = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, failures);
        this.writing = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
    }

    /** Shows the first rows of a table. Where its file is gone meanwhile, nothing is shown: reading it again would say so. */
    public void open(Import input) {
        opening.start(Job.of("columns", _ -> first(input)), found -> found.ifPresent(model::open));
    }

    private Optional<ColumnsModel.Opened> first(Import input) {
        try (ByteSource source = Sources.open(Path.of(input.name()))) {
            byte[] head = Sources.head(source).bytes();
            Guess guess = mappings.choose(head);
            Guess guessed = Guess.of(head);
            if (guess == null) {
                return Optional.empty();
            }
            Mapping plain = guessed == null ? guess.mapping() : guessed.mapping();
            return Optional.of(new ColumnsModel.Opened(input, guess, plain));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps what was chosen for all tables with these columns, and reads this one again. */
    void apply() {
        ColumnsModel.Opened chosen = model.opened().get();
        if (chosen != null && chosen.mapping().faults().isEmpty()) {
            mappings.put(chosen.mapping());
            model.open(null);
            imports.reread(chosen.input());
            writing.start(
                    Job.of("columns", _ -> {
                        mappings.save();
                        return true;
                    }),
                    _ -> {});
        }
    }

    /** Writes what was chosen to a file for {@code scan --mapping}. */
    void export(Path file) {
        ColumnsModel.Opened chosen = model.opened().get();
        if (chosen != null) {
            String text = MappingFile.write(chosen.mapping());
            writing.start(Job.of("columns", _ -> Files.writeString(file, text)), _ -> {});
        }
    }

    /** Closes the dialogue without any effect. */
    public void cancel() {
        model.open(null);
    }

    @Override
    public void close() {
        opening.close();
        writing.close();
    }
}
