package org.rpcscope.ui.inspector;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.rpcscope.ui.fx.Styles;

/** Names on the left, values on the right; long values wrap. */
final class Facts extends GridPane {

    private static final double NAME = 88;

    Facts() {
        getStyleClass().add("facts");
        ColumnConstraints name = new ColumnConstraints(NAME);
        name.setMinWidth(NAME);
        ColumnConstraints value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        getColumnConstraints().setAll(name, value);
    }

    void add(String name, String value, String... styles) {
        Label words = Styles.label(value, styles);
        words.setWrapText(true);
        add(name, words);
    }

    void add(String name, Node value) {
        Label label = Styles.label(name, Styles.MUTED);
        GridPane.setValignment(label, VPos.TOP);
        addRow(getRowCount(), label, value);
    }
}
