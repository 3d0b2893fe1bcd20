package org.rpcscope.ui.sessions;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.rpcscope.filter.SavedFilter;
import org.rpcscope.ui.fx.Sheet;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** Asks for the name of a filter, over the window. JavaFX thread only. */
final class FilterNameSheet {

    private final TextField name;
    private final Sheet sheet;

    /**
     * @param filter the filter, whose text is shown; its name may be empty
     * @param named takes the name
     */
    FilterNameSheet(SavedFilter filter, Consumer<String> named, Texts texts) {
        name = new TextField(filter.name());
        name.setId("filter-name");
        name.setAccessibleText(texts.get("filter.saved.name"));
        Button keep = Styles.with(new Button(texts.get("filter.saved.keep")), "accent");
        keep.setId("filter-name-keep");
        keep.setDefaultButton(true);
        keep.disableProperty().bind(name.textProperty().map(String::isBlank));
        Button leave = new Button(texts.get("filter.saved.leave"));
        HBox foot = Styles.with(new HBox(leave, keep), "filter-name-foot");
        foot.setAlignment(Pos.CENTER_RIGHT);
        VBox card = Styles.with(
                new VBox(
                        Styles.label(texts.get("filter.saved.name"), "card-title"),
                        Styles.wrapped(filter.text(), Styles.MONO, Styles.MUTED),
                        name,
                        foot),
                "filter-name-card");
        sheet = new Sheet(card, this::close);
        leave.setOnAction(_ -> close());
        keep.setOnAction(_ -> {
            close();
            named.accept(name.getText());
        });
    }

    /** Shows it over the window in which a node stands. */
    void open(Node owner) {
        sheet.open(owner);
        name.requestFocus();
        name.selectAll();
    }

    private void close() {
        sheet.close();
    }
}
