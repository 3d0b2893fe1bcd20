package org.rpcscope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.Clip;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The pane that explains the chosen session, as a stack of sections. JavaFX thread only. */
public final class InspectorView implements AutoCloseable {

    private final Texts texts;
    private final List<Section> sections;
    private final VBox content = Styles.with(new VBox(), "inspector-content");
    private final ScrollPane node = new ScrollPane(content);
    private final Subscriptions subscriptions = new Subscriptions();

    /** The inspector with the sections that every case has. */
    public InspectorView(InspectorModel model, Texts texts, Clip clip) {
        this(
                model,
                texts,
                List.of(
                        new SummarySection(texts),
                        new EvidenceSection(texts),
                        new RulesSection(texts),
                        new TrafficSection(texts, clip),
                        new SeenSection(texts)));
    }

    /** @param sections what is said of a session, from the top down */
    InspectorView(InspectorModel model, Texts texts, List<Section> sections) {
        this.texts = texts;
        this.sections = List.copyOf(sections);
        node.setId("inspector");
        node.setFitToWidth(true);
        node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        node.setAccessibleText(texts.get("inspector.pane"));
        subscriptions.now(model.inspected(), this::show);
    }

    /** The pane. */
    public Node node() {
        return node;
    }

    private void show(@Nullable Inspected inspected) {
        if (inspected == null) {
            Label hint = Styles.label(texts.get("inspector.empty"), Styles.MUTED);
            hint.setWrapText(true);
            content.getChildren().setAll(hint);
            return;
        }
        List<Node> nodes = new ArrayList<>();
        for (Section section : sections) {
            List<Node> lines = section.nodes(inspected);
            if (!lines.isEmpty()) {
                VBox box = Styles.with(new VBox(), "section");
                String title = section.title(inspected);
                if (!title.isEmpty()) {
                    box.getChildren().add(Styles.label(texts.get(title), Styles.SECTION));
                }
                box.getChildren().addAll(lines);
                nodes.add(box);
            }
        }
        content.getChildren().setAll(nodes);
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
