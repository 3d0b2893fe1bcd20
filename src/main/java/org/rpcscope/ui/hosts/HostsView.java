package org.rpcscope.ui.hosts;

import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.rpcscope.net.IpAddress;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The hosts, ranked, with what choosing one does. JavaFX thread only. */
public final class HostsView implements AutoCloseable {

    private final HostTable table;
    private final Label caption = Styles.label("", "caption", Styles.MUTED);
    private final VBox node;
    private final Texts texts;
    private final Subscriptions subscriptions = new Subscriptions();

    /**
     * @param choose hears which host the analyst chose
     * @param open hears that they want to see its sessions
     */
    public HostsView(HostsModel model, Texts texts, Consumer<IpAddress> choose, Runnable open) {
        this.texts = texts;
        table = new HostTable(model, texts, choose);
        table.setPlaceholder(nothing());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && model.chosen().get() != null) {
                open.run();
                event.consume();
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && model.chosen().get() != null) {
                open.run();
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        node = new VBox(table, caption);
        node.setId("hosts-view");
        subscriptions.now(model.listing(), this::take);
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
        table.setItems(FXCollections.emptyObservableList());
    }
}
