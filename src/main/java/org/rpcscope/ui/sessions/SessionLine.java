package org.rpcscope.ui.sessions;

import javafx.scene.control.TableRow;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.Styles;

/** A line of the table; one that is not flagged is set back. */
final class SessionLine extends TableRow<SessionRow> {

    @Override
    protected void updateItem(@Nullable SessionRow row, boolean empty) {
        super.updateItem(row, empty);
        pseudoClassStateChanged(Styles.FLAGGED, row != null && !empty && row.flagged());
    }
}
