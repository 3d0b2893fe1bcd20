package org.rpcscope.ui.shell;

import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.util.Duration;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobRunner;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.JobSlot;

/** Keeps the settings on disk as the window is, a moment after each change. JavaFX thread only. */
final class Preferences implements AutoCloseable {

    private static final Duration LATER = Duration.millis(500);

    private final SettingsFile file;
    private final JobSlot writing;
    private final Consumer<Throwable> failures;
    private Supplier<Settings> present = Settings::defaults;
    private boolean active;

    Preferences(SettingsFile file, JobRunner runner, FxThread fx, Consumer<Throwable> failures) {
        this.file = file;
        this.failures = failures;
        this.writing = new JobSlot(runner, fx, JobSlot.Older.FINISHED, LATER, failures);
    }

    /** From now on, writes what the supplier says. */
    void keep(Supplier<Settings> settings) {
        present = settings;
        active = true;
    }

    /** Something has changed. */
    void changed() {
        if (active) {
            Settings settings = present.get();
            writing.start(
                    Job.of("settings", _ -> {
                        file.write(settings);
                        return settings;
                    }),
                    _ -> {});
        }
    }

    /** Writes at once, and nothing afterwards. */
    @Override
    public void close() {
        writing.close();
        if (active) {
            active = false;
            try {
                file.write(present.get());
            } catch (IOException e) {
                failures.accept(e);
            }
        }
    }
}
