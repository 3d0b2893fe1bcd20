package org.rpcscope.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rpcscope.capture.CaptureReplay;
import org.rpcscope.cases.CaseEvents;
import org.rpcscope.cases.Imports;
import org.rpcscope.cases.Transcripts;
import org.rpcscope.dcerpc.DcerpcInspection;
import org.rpcscope.input.Formats;
import org.rpcscope.job.Job;
import org.rpcscope.job.PooledRunner;
import org.rpcscope.mapping.SavedMappings;
import org.rpcscope.rpc.OwnInterfaces;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.ui.fx.Clip;
import org.rpcscope.ui.shell.Desk;
import org.rpcscope.ui.shell.Engine;
import org.rpcscope.ui.shell.WorkbenchApp;

/** Builds what the window works with. Apart from {@link Main}, so that commands load nothing of it. */
final class Window {

    /** Set while the build makes the AOT cache: the window shows its files for a while, and the program ends. */
    private static final String TRAINING = "rpcscope.training";

    private static final long TRAINING_MILLIS = 8000;

    private Window() {}

    /** Opens the window with these files, and returns when it is closed. */
    static void show(Formats<ObservationTable> formats, SavedMappings mappings, List<Path> files, List<Path> samples)
            throws InterruptedException {
        Folders folders = Folders.ofThisMachine();
        LogFiles.in(folders.state());
        OwnInterfaces own = interfaces(folders);
        Pools pools = new Pools();
        try (PooledRunner runner = new PooledRunner("job")) {
            List<BundledRule> bundled = BundledRules.load();
            int threads = Runtime.getRuntime().availableProcessors();
            Imports imports = new Imports(runner, formats, pools, threads);
            Engine engine = new Engine(
                    imports,
                    pools,
                    bundled,
                    runner,
                    new Transcripts(runner, new CaptureReplay(DcerpcInspection::new), imports::tables),
                    new CaseEvents(formats, imports::tables),
                    mappings,
                    own);
            BuildInfo build = BuildInfo.load();
            Path settings = folders.config().resolve("settings.json");
            Desk desk = new Desk(
                    build.version() + " (" + build.commit() + ")",
                    settings,
                    folders.state().resolve("own.rpcscope"),
                    samples,
                    null,
                    Clip.system());
            if (Boolean.getBoolean(TRAINING)) {
                runner.start(Job.of("training", _ -> endTraining()));
            }
            WorkbenchApp.run(engine, desk, files);
        }
    }

    /** Read before there is a window, so that all of it speaks of the same names from the beginning. */
    private static OwnInterfaces interfaces(Folders folders) {
        Path file = folders.config().resolve("interfaces.tsv");
        return Files.exists(file) ? OwnInterfaces.read(file) : OwnInterfaces.NONE;
    }

    private static Void endTraining() throws InterruptedException {
        Thread.sleep(TRAINING_MILLIS);
        System.exit(0);
        throw new AssertionError("the program has ended");
    }
}
