package org.rpcscope.ui.conversation;

import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.VBox;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.ui.fx.Clip;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** What was said in the session: the summary that is known at once, above the ladder of messages. JavaFX thread only. */
public final class ConversationView implements AutoCloseable {

    private final Summary summary;
    private final LadderView ladder;
    private final VBox content = Styles.with(new VBox(), "inspector-content");
    private final ScrollPane upper = new ScrollPane(content);
    private final SplitPane node = Styles.with(new SplitPane(), "conversation");
    private final Subscriptions subscriptions = new Subscriptions();

    /**
     * @param interfaces what interfaces and operations are called
     * @param jump chooses another session by its number in the present detection
     */
    public ConversationView(
            ConversationModel model,
            ConversationController controller,
            Interfaces interfaces,
            Texts texts,
            Clip clip,
            IntConsumer jump) {
        summary = new Summary(interfaces, texts, jump);
        ladder = new LadderView(model, controller, interfaces, texts, clip);
        upper.setId("conversation-summary");
        upper.setFitToWidth(true);
        upper.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        node.setOrientation(Orientation.VERTICAL);
        node.getItems().setAll(upper, ladder.node());
        node.setDividerPositions(0.5);
        subscriptions.now(model.chosen(), _ -> show(model));
        subscriptions.changes(model.links(), () -> show(model));
        subscriptions.changes(texts.times(), () -> show(model));
    }

    /** The pane. */
    public Node node() {
        return node;
    }

    /** Calls the handler when the analyst wants to see the packets of a message. */
    public void onPackets(Runnable handler) {
        ladder.onEnter(handler);
    }

    private void show(ConversationModel model) {
        Chosen chosen = model.chosen().get();
        content.getChildren()
                .setAll(
                        chosen == null
                                ? List.of()
                                : summary.nodes(chosen, model.links().get()));
    }

    @Override
    public void close() {
        subscriptions.close();
        ladder.close();
    }
}
