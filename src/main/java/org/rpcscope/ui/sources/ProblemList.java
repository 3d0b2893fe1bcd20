package org.rpcscope.ui.sources;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.rpcscope.cases.Import;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Problems;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** What was wrong with an input: the first hundred problems, each with its place, and how many more there were. */
final class ProblemList {

    private static final double WIDTH = 440;
    private static final double TALLEST = 360;

    private ProblemList() {}

    static Node of(Import input, Texts texts) {
        Problems problems = input.problems();
        VBox lines = Styles.with(new VBox(), "problem-list");
        if (problems.count() > 1) {
            lines.getChildren().add(Styles.label(texts.get("sources.kinds"), Styles.SECTION));
            problems.kinds().forEach((kind, count) -> {
                Label number = Styles.label(Amounts.count(count), Styles.MONO, Styles.STRONG, "problem-count");
                lines.getChildren().add(new HBox(number, Styles.wrapped(kind)));
            });
            String shown = Amounts.count(problems.first().size());
            lines.getChildren().add(Styles.label(texts.get("sources.first-problems", shown), Styles.SECTION));
        }
        for (Problem problem : problems.first()) {
            lines.getChildren().add(Styles.wrapped(problem.toString(), Styles.MONO));
        }
        long more = problems.count() - problems.first().size();
        if (more > 0) {
            lines.getChildren()
                    .add(Styles.label(texts.get("sources.more-problems", Amounts.count(more)), Styles.MUTED));
        }
        ScrollPane pane = new ScrollPane(lines);
        pane.setFitToWidth(true);
        pane.setPrefViewportWidth(WIDTH);
        pane.setMaxHeight(TALLEST);
        pane.setId("problems");
        return pane;
    }
}
