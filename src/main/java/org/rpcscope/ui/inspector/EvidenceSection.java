package org.rpcscope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Finding;
import org.rpcscope.detect.ScorePoint;
import org.rpcscope.net.Reason;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** Why the session is flagged, or why not: both zones with their reasons, and each point of the score in words. */
final class EvidenceSection implements Section {

    private final Texts texts;

    EvidenceSection(Texts texts) {
        this.texts = texts;
    }

    @Override
    public String title(Inspected inspected) {
        return inspected.finding().flagged() ? "inspector.why" : "inspector.why-not";
    }

    @Override
    public List<Node> nodes(Inspected inspected) {
        Finding finding = inspected.finding();
        List<Node> nodes = new ArrayList<>();
        if (!finding.flagged()) {
            nodes.add(line(
                    texts.get("inspector.no-rule"),
                    texts.get("direction." + finding.direction().label()),
                    null));
        }
        nodes.add(zone(finding.session().ends().source().toString(), finding.sourceZone()));
        nodes.add(zone(finding.session().ends().destination().toString(), finding.destinationZone()));
        for (ScorePoint point : finding.score().evidence()) {
            Label points = Styles.label(
                    Amounts.change(point.points()),
                    Styles.MONO,
                    "points",
                    point.points() < 0 ? Styles.GOOD : Styles.DANGER);
            nodes.add(line(point.text(), "", points));
        }
        return nodes;
    }

    private Node zone(String address, Reason reason) {
        String network = reason.network() == null ? "" : reason.network() + ": ";
        return line(texts.get("inspector.zone", address, reason.zone().label()), network + reason.text(), null);
    }

    private static Node line(String text, String detail, @Nullable Label points) {
        VBox words = new VBox(Styles.wrapped(text));
        if (!detail.isEmpty()) {
            words.getChildren().add(Styles.wrapped(detail, Styles.MUTED, Styles.SMALL));
        }
        BorderPane line = Styles.with(new BorderPane(words), "evidence-line");
        line.setRight(points);
        return line;
    }
}
