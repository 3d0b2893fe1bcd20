package org.rpcscope.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.rpcscope.job.JobHandle;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** The line that shows how far a file is that is being written, and stops it. JavaFX thread only. */
final class RunningExport {

    /** What is done sooner than that is not worth a line. */
    private static final int LOOKS_BEFORE_SHOWN = 5;

    private final Texts texts;
    private final Label name = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final HBox node;
    private @Nullable JobHandle<?> running;
    private int looks;

    RunningExport(Texts texts) {
        this.texts = texts;
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        bar.setId("export-progress");
        Button cancel = Styles.with(new Button(texts.get("export.cancel"), Icon.CANCEL.node()), "quiet");
        cancel.setId("export-cancel");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(_ -> cancel());
        node = Styles.with(new HBox(name, bar, cancel), "running-export");
        node.setId("running-export");
        node.managedProperty().bind(node.visibleProperty());
        node.setVisible(false);
    }

    Node node() {
        return node;
    }

    /** Something is being written; an older one goes on without being shown. */
    void show(JobHandle<?> handle) {
        running = handle;
        looks = 0;
        name.setText(texts.get("export.running", handle.title()));
    }

    void ended(JobHandle<?> handle) {
        if (running == handle) {
            running = null;
            node.setVisible(false);
        }
    }

    /** Called ten times a second. */
    void look() {
        JobHandle<?> now = running;
        if (now != null && ++looks >= LOOKS_BEFORE_SHOWN) {
            long total = now.progress().total();
            bar.setProgress(
                    total <= 0
                            ? ProgressBar.INDETERMINATE_PROGRESS
                            : (double) now.progress().done() / total);
            node.setVisible(true);
        }
    }

    /** Stops what is being written; nothing of it stays. */
    void cancel() {
        if (running != null) {
            running.cancel();
        }
    }
}
