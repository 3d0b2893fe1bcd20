package org.rpcscope.ui.hosts;

import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.rpcscope.net.IpAddress;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The hosts, ranked, and below them the story of the chosen one. JavaFX thread only. */
public final class HostsView implements AutoCloseable {

    private final HostTable table;
    private final Label caption = Styles.label("", "caption", Styles.MUTED);
    private final StoryView story;
    private final SplitPane node;
    private final Texts texts;
    private final Subscriptions subscriptions = new Subscriptions();

    /** What the analyst asks the window for. */
    public interface Wishes {

        /** To be about a host. */
        void choose(IpAddress host);

        /** To show a session, by its number. */
        void open(int session);

        /** To show the sessions of the chosen host. */
        void sessions();
    }

    public HostsView(HostsModel model, StoryModel told, StoryController controller, Texts texts, Wishes wishes) {
        this.texts = texts;
        story = new StoryView(model, told, controller, texts, wishes::open);
        table = new HostTable(model, texts, wishes::choose);
        table.setPlaceholder(nothing());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && model.chosen().get() != null) {
                wishes.sessions();
                event.consume();
            } else if (event.getCode() == KeyCode.SPACE && model.chosen().get() != null) {
                story.focus();
                event.consume();
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && model.chosen().get() != null) {
                wishes.sessions();
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        node = new SplitPane(new VBox(table, caption), story.node());
        node.setOrientation(Orientation.VERTICAL);
        node.setDividerPositions(0.5);
        node.setId("hosts-view");
        subscriptions.now(model.listing(), this::take);
        subscriptions.changes(texts.times(), table::retime);
        subscriptions.changes(model.chosen(), () -> table.mark(model.chosen().get()));
    }

    public Node node() {
        return node;
    }

    private void take(HostListing listing) {
        table.take(listing);
        boolean some = !listing.lines().isEmpty();
        caption.setText(some ? texts.count("hosts.caption", listing.lines().size()) : "");
        caption.setVisible(some);
        caption.setManaged(some);
    }

    private Node nothing() {
        Label hint = Styles.label(texts.get("hosts.none.hint"), Styles.MUTED);
        hint.setWrapText(true);
        VBox words = Styles.with(
                new VBox(Icon.NOTHING.node(), Styles.label(texts.get("hosts.none"), "empty-title"), hint),
                "empty-words");
        return Styles.with(new StackPane(words), "empty-state");
    }

    @Override
    public void close() {
        subscriptions.close();
        story.close();
        table.setItems(FXCollections.emptyObservableList());
    }
}
