package org.rpcscope.ui.fx;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A card over the dimmed window, for something that is done before anything else. While it is there, nothing behind it can
 * be reached, by mouse or by key; Escape gives it up. JavaFX thread only.
 */
public final class Sheet {

    private final Region card;
    private final Runnable givenUp;
    private @Nullable StackPane veil;
    private @Nullable Node before;

    /** @param givenUp hears that the analyst does not want it any more; it is to close the sheet */
    public Sheet(Region card, Runnable givenUp) {
        this.card = card;
        this.givenUp = givenUp;
        Styles.with(card, "card");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    }

    /** Shows the card over the window in which a node stands, where it stands in one. */
    public void open(Node owner) {
        if (veil == null && owner.getScene() != null && owner.getScene().getRoot() instanceof StackPane root) {
            before = owner.getScene().getFocusOwner();
            StackPane made = Styles.with(new StackPane(card), "veil");
            made.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ESCAPE) {
                    event.consume();
                    givenUp.run();
                }
            });
            List.copyOf(root.getChildren()).forEach(node -> node.setDisable(true));
            root.getChildren().add(made);
            veil = made;
        }
    }

    /** Takes the card away and gives the keyboard back to what had it. */
    public void close() {
        StackPane shown = veil;
        if (shown != null && shown.getParent() instanceof StackPane root) {
            root.getChildren().remove(shown);
            shown.getChildren().clear();
            root.getChildren().forEach(node -> node.setDisable(false));
            if (before != null) {
                before.requestFocus();
            }
        }
        veil = null;
        before = null;
    }
}
