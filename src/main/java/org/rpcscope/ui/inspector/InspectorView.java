package org.rpcscope.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.Clip;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/**
 * The pane that explains the chosen session: a head that always stands there, and pages below it, one at a time. The first
 * page is a stack of sections; others are handed in. JavaFX thread only.
 */
public final class InspectorView implements AutoCloseable {

    /**
     * One of the pages.
     *
     * @param title the key of its name
     * @param shown hears whether somebody looks at it
     */
    public record Page(String title, Node node, Consumer<Boolean> shown) {}

    private final Texts texts;
    private final List<Section> sections;
    private final SummarySection summary;
    private final VBox head = Styles.with(new VBox(), "inspector-head");
    private final VBox content = Styles.with(new VBox(), "inspector-content");
    private final FlowPane tabs = Styles.with(new FlowPane(), "inspector-tabs");
    private final ToggleGroup group = new ToggleGroup();
    private final List<Page> pages = new ArrayList<>();
    private final BorderPane node = new BorderPane();
    private final Subscriptions subscriptions = new Subscriptions();
    private Page open;

    /** The inspector with the sections that every case has, and more pages behind them. */
    public InspectorView(InspectorModel model, Texts texts, Clip clip, List<Page> more) {
        this.texts = texts;
        this.summary = new SummarySection(texts);
        this.sections = List.of(
                new EvidenceSection(texts),
                new RulesSection(texts, clip),
                new TrafficSection(texts, clip),
                new SeenSection(texts));
        open = new Page("inspector.evidence", scrolling(content), _ -> {});
        pages.add(open);
        pages.addAll(more);
        pages.forEach(this::addTab);
        node.setId("inspector");
        node.setAccessibleText(texts.get("inspector.pane"));
        node.setTop(new VBox(head, tabs));
        node.setCenter(open.node());
        subscriptions.now(model.inspected(), this::show);
        subscriptions.changes(texts.times(), () -> show(model.inspected().get()));
    }

    private static ScrollPane scrolling(Node content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setId("inspector-evidence");
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return pane;
    }

    private void addTab(Page page) {
        ToggleButton tab = Styles.with(new ToggleButton(texts.get(page.title())), "tab-button");
        tab.setId("tab-" + page.title().replace('.', '-'));
        tab.setToggleGroup(group);
        tab.setSelected(page.equals(open));
        tab.setOnAction(_ -> open(page.title()));
        tabs.getChildren().add(tab);
    }

    /** The pane. */
    public Node node() {
        return node;
    }

    /** Turns to the page of that title. */
    public void open(String title) {
        for (int i = 0; i < pages.size(); i++) {
            Page page = pages.get(i);
            if (page.title().equals(title)) {
                group.selectToggle(group.getToggles().get(i)); // a click on the chosen one must not release it
                if (!page.equals(open)) {
                    open.shown().accept(false);
                    open = page;
                    node.setCenter(page.node());
                    page.shown().accept(true);
                }
            }
        }
    }

    private void show(@Nullable Inspected inspected) {
        tabs.setVisible(inspected != null);
        tabs.setManaged(inspected != null);
        node.setCenter(inspected == null ? null : open.node());
        if (inspected == null) {
            Label hint = Styles.label(texts.get("inspector.empty"), Styles.MUTED);
            hint.setWrapText(true);
            head.getChildren().setAll(hint);
            return;
        }
        head.getChildren().setAll(summary.nodes(inspected));
        List<Node> nodes = new ArrayList<>();
        for (Section section : sections) {
            List<Node> lines = section.nodes(inspected);
            if (!lines.isEmpty()) {
                VBox box = Styles.with(new VBox(), "section");
                box.getChildren().add(Styles.label(texts.get(section.title(inspected)), Styles.SECTION));
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
