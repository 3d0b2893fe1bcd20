package org.rpcscope.ui.shell;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.sessions.SessionsModel;
import org.rpcscope.ui.sources.Source;
import org.rpcscope.ui.sources.SourcesModel;

/** The line at the bottom: how much there is, and what is going on. JavaFX thread only. */
final class StatusLine {

    private final Texts texts;
    private final Label sources = new Label();
    private final Label sessions = new Label();
    private final Label flagged = Styles.label("", "status-flagged");
    private final Label problems = Styles.label("", Styles.WARNING);
    private final Label activity = new Label();
    private final ProgressBar bar = Styles.with(new ProgressBar(0), "status-progress");
    private final HBox node;

    StatusLine(Texts texts) {
        this.texts = texts;
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        node = Styles.with(new HBox(sources, sessions, flagged, problems, space, activity, bar), "status-line");
        node.setAlignment(Pos.CENTER_LEFT);
        node.setId("status");
    }

    Node node() {
        return node;
    }

    void show(SourcesModel inputs, SessionsModel.Counts counts, boolean analysing) {
        sources.setText(texts.count("status.sources", inputs.sources().size()));
        sessions.setText(texts.count("status.sessions", counts.all()));
        flagged.setText(texts.get("status.flagged", Amounts.count(counts.flagged())));
        flagged.pseudoClassStateChanged(Styles.FLAGGED, counts.flagged() > 0);
        long wrong = inputs.problems();
        problems.setText(texts.count("status.problems", wrong));
        visible(problems, wrong > 0);
        activity(inputs, analysing);
    }

    private void activity(SourcesModel inputs, boolean analysing) {
        long done = 0;
        long total = 0;
        int reading = 0;
        double rate = 0;
        String name = "";
        for (Source source : inputs.sources()) {
            if (!source.state().isEnd()) {
                reading++;
                name = source.shortName();
                done += source.amount().done();
                total = source.amount().total() < 0 || total < 0
                        ? -1
                        : total + source.amount().total();
                rate += source.rate();
            }
        }
        visible(bar, reading > 0);
        if (reading > 0) {
            bar.setProgress(total <= 0 ? -1 : Math.clamp((double) done / total, 0, 1));
            String what = reading == 1 ? name : texts.count("status.inputs", reading);
            activity.setText(texts.get("status.reading", what, Amounts.percent(done, total), Amounts.rate(rate)));
        } else {
            activity.setText(analysing ? texts.get("status.analysing") : "");
        }
    }

    private static void visible(Node part, boolean wanted) {
        part.setVisible(wanted);
        part.setManaged(wanted);
    }
}
