package org.rpcscope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import javafx.stage.Stage;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.NoToolkitException;

/** The window as a program: from its first pixel to its last. */
public final class WorkbenchApp {

    private WorkbenchApp() {}

    /**
     * Opens the window and waits until it is closed. At most once in a process; not on the JavaFX thread.
     *
     * @param files what to open at once
     * @throws NoToolkitException where the toolkit cannot start, such as without a display or without GTK
     */
    public static void run(Engine engine, Desk desk, List<Path> files) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        CompletableFuture<Void> opened = new CompletableFuture<>();
        FxThread.start(() -> {
            try {
                Stage stage = new Stage();
                Workbench workbench = new Workbench(stage, engine, desk);
                workbench.onClosed(closed::countDown);
                workbench.show();
                workbench.open(files);
                opened.complete(null);
            } catch (Throwable failure) { // the caller waits for one or the other
                opened.completeExceptionally(failure);
            }
        });
        opened.join();
        closed.await();
    }
}
