package org.rpcscope.ui.tuning;

import java.util.function.BiConsumer;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.TreeTableRow;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.PrefixSet;
import org.rpcscope.ui.fx.Subscriptions;

/** A row of the networks panel: looks as its line stands, and takes part in dragging. */
final class NetworkTreeRow extends TreeTableRow<NetworkNode> {

    private static final PseudoClass GROUP = PseudoClass.getPseudoClass("group");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");

    private static final PseudoClass HOLDING = PseudoClass.getPseudoClass("holding");

    private final ObservableValue<PrefixSet> marked;
    private final BiConsumer<NetworkTreeRow, @Nullable NetworkRow> seen;
    private Subscriptions shown = new Subscriptions();

    /**
     * @param marked what is chosen in the window
     * @param seen hears which line this shows, null for none
     */
    NetworkTreeRow(
            NetworkDrag drag,
            ObservableValue<PrefixSet> marked,
            BiConsumer<NetworkTreeRow, @Nullable NetworkRow> seen) {
        this.marked = marked;
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
            pseudoClassStateChanged(HOLDING, false);
        } else {
            shown.now(marked, networks -> pseudoClassStateChanged(HOLDING, row.holds(networks)));
            shown.now(row.changed(), changed -> pseudoClassStateChanged(CHANGED, changed));
            shown.now(row.entry(), entry -> pseudoClassStateChanged(OFF, !entry.enabled()));
            shown.now(
                    row.fault(),
                    fault -> pseudoClassStateChanged(FAULTY, row.entry().get().network() == null));
        }
    }
}
