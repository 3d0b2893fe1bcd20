package org.rpcscope.ui.tuning;

import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.TreeTableRow;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.Subscriptions;

/** A row of the networks panel: looks as its line stands, and takes part in dragging. */
final class NetworkTreeRow extends TreeTableRow<NetworkNode> {

    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");

    private final BiConsumer<NetworkTreeRow, @Nullable NetworkRow> seen;
    private Subscriptions shown = new Subscriptions();

    /** @param seen hears which line this shows, null for none */
    NetworkTreeRow(NetworkDrag drag, BiConsumer<NetworkTreeRow, @Nullable NetworkRow> seen) {
        this.seen = seen;
        getStyleClass().add("network-row");
        drag.join(this);
    }

    @Override
    protected void updateItem(@Nullable NetworkNode node, boolean empty) {
        boolean same = node != null && !empty && node.equals(getItem());
        super.updateItem(empty ? null : node, empty);
        if (same) {
            return;
        }
        shown.close();
        shown = new Subscriptions();
        NetworkRow row = !empty && node instanceof NetworkNode.Line(NetworkRow line) ? line : null;
        seen.accept(this, row);
        pseudoClassStateChanged(GROUP, !empty && node instanceof NetworkNode.Group);
        if (row == null) {
            pseudoClassStateChanged(CHANGED, false);
            pseudoClassStateChanged(OFF, false);
            pseudoClassStateChanged(FAULTY, false);
        } else {
            shown.now(row.changed(), changed -> pseudoClassStateChanged(CHANGED, changed));
            shown.now(row.entry(), entry -> pseudoClassStateChanged(OFF, !entry.enabled()));
            shown.now(
                    row.fault(),
                    fault -> pseudoClassStateChanged(FAULTY, row.entry().get().network() == null));
        }
    }
}
