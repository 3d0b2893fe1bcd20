package org.rpcscope.ui.fx;

import java.util.List;
import javafx.scene.Node;
import org.controlsfx.control.PopOver;

/**
 * Opens popovers in the look of the window. A popover is a scene of its own, which the sheets of the window do not reach.
 * JavaFX thread only.
 */
public final class Popovers {

    private final List<String> sheets;

    /** @param sheets the author sheets of the window, which may change in place */
    public Popovers(List<String> sheets) {
        this.sheets = sheets;
    }

    /** Shows the content beside a node until the analyst clicks elsewhere. */
    public PopOver show(Node owner, String title, Node content) {
        PopOver popover = new PopOver(content);
        popover.getRoot().getStylesheets().setAll(sheets);
        popover.setTitle(title);
        popover.setHeaderAlwaysVisible(true);
        popover.setCloseButtonEnabled(false);
        popover.setDetachable(false);
        popover.setAnimated(false);
        popover.show(owner);
        return popover;
    }
}
