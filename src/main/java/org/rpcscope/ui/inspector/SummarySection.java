package org.rpcscope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.rpcscope.detect.Finding;
import org.rpcscope.rpc.Operation;
import org.rpcscope.session.Session;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.ChainStrip;
import org.rpcscope.ui.fx.Mark;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** The session in a few lines: its ends, its tier, its score, and the techniques that its rules name. */
final class SummarySection {

    /** Beyond this an arrow and both addresses do not fit in one line. */
    private static final int ONE_LINE = 36;

    private static final double WHOLE = 100;
    private static final Pattern TECHNIQUE = Pattern.compile("attack\\.(t\\d{4}(\\.\\d{3})?)");

    private final Texts texts;

    SummarySection(Texts texts) {
        this.texts = texts;
    }

    /** The lines that stand above every page. JavaFX thread. */
    List<Node> nodes(Inspected inspected) {
        Session session = inspected.session();
        List<Node> nodes = new ArrayList<>();
        nodes.add(ends(session.ends()));
        nodes.add(Styles.wrapped(meta(session), Styles.MUTED));
        nodes.add(badges(inspected.finding()));
        if (inspected.finding().flagged()) {
            nodes.add(meter(inspected.finding().score().total()));
        }
        if (!inspected.finding().stages().isEmpty()) {
            nodes.add(chain(inspected.finding()));
        }
        return nodes;
    }

    private static Node ends(Session.Ends ends) {
        String source = ends.source().toString();
        String destination = ends.destination().toString();
        boolean one = source.length() + destination.length() <= ONE_LINE;
        Label label = Styles.wrapped(source + (one ? " → " : "\n→ ") + destination, Styles.MONO, "ends");
        label.setId("inspector-ends");
        return label;
    }

    private String meta(Session session) {
        Session.Ends ends = session.ends();
        String way = ends.transport().label().toUpperCase(Locale.ROOT) + " " + ends.sourcePort() + " → "
                + ends.destinationPort();
        Session.Counters counters = session.counters();
        String lasted = Amounts.duration(session.end() - session.start());
        return counters.sourceBytes() < 0 && counters.destinationBytes() < 0
                ? texts.get("inspector.meta-short", way, lasted)
                : texts.get(
                        "inspector.meta",
                        way,
                        lasted,
                        Amounts.bytes(counters.sourceBytes()),
                        Amounts.bytes(counters.destinationBytes()));
    }

    private Node badges(Finding finding) {
        String tier = finding.session().tier().label();
        FlowPane badges = Styles.with(new FlowPane(), "badges");
        Label word = new Label(texts.get("tier." + tier), new Mark(tier));
        badges.getChildren().add(Styles.with(word, Styles.STRONG));
        if (!finding.flagged()) {
            badges.getChildren().add(Styles.label(texts.get("inspector.not-flagged"), "pill"));
            return badges;
        }
        badges.getChildren()
                .add(Styles.label(
                        texts.get(
                                "inspector.score",
                                Integer.toString(finding.score().total())),
                        "pill",
                        "pill-flagged"));
        finding.rules().stream()
                .flatMap(rule -> rule.info().tags().stream())
                .distinct()
                .map(TECHNIQUE::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1).toUpperCase(Locale.ROOT))
                .forEach(technique -> badges.getChildren().add(Styles.label(technique, "pill")));
        return badges;
    }

    private Node chain(Finding finding) {
        ChainStrip chain = new ChainStrip(texts);
        chain.show(
                Set.copyOf(finding.stages()),
                stage -> finding.operations().stream()
                        .filter(operation -> operation.done()
                                && operation.significance() != null
                                && operation.significance().stages().contains(stage))
                        .map(Operation::label)
                        .collect(Collectors.joining(", ")));
        return chain;
    }

    private static Node meter(int score) {
        StackPane track = Styles.with(new StackPane(), "meter");
        Region filled = Styles.with(new Region(), "meter-filled");
        filled.maxWidthProperty().bind(track.widthProperty().multiply(score / WHOLE));
        track.getChildren().add(filled);
        return track;
    }
}
