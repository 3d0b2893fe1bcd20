package org.rpcscope.ui.tuning;

import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** One of the two lists, with its title, the names of its columns, and a button that adds a line. */
final class NetworkListView {

    private final ListView<NetworkRow> list;
    private final VBox node;

    NetworkListView(NetworkList which, TuningModel model, Texts texts) {
        String id = which.id();
        list = new ListView<>(model.rows(which));
        list.setId("networks-" + id);
        list.getStyleClass().add("networks");
        list.setAccessibleText(texts.get("tuning." + id));
        list.setCellFactory(_ -> new NetworkCell(model, texts));
        list.setPlaceholder(Styles.wrapped(texts.get("tuning." + id + ".none"), Styles.MUTED));
        VBox.setVgrow(list, Priority.ALWAYS);
        Button add = Styles.with(new Button(texts.get("tuning.add"), Icon.ADD.node()), "add");
        add.setId("add-" + id);
        add.setTooltip(new Tooltip(texts.get("tuning." + id + ".hint")));
        add.setOnAction(_ -> {
            NetworkRow row = model.add(which);
            list.scrollTo(model.rows(which).size() - 1);
            list.applyCss();
            list.layout(); // now there is a cell to type into
            for (Node cell : list.lookupAll(".network-cell")) {
                if (cell instanceof NetworkCell network && network.getItem() == row) {
                    network.type();
                }
            }
        });
        node = Styles.with(new VBox(header(texts.get("tuning." + id), texts, add), list), "network-list");
        node.setId("list-" + id);
        node.setPrefWidth(0); // the lists share the width as the view says
    }

    private static Node header(String title, Texts texts, Button add) {
        Label network = Styles.label(title, Styles.SECTION);
        double start = NetworkCell.SWITCH + NetworkCell.CIDR;
        network.setMinWidth(start);
        network.setPrefWidth(start);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox header = Styles.with(
                new HBox(
                        network,
                        add,
                        space,
                        number(texts.get("tuning.hosts")),
                        number(texts.get("tuning.sessions")),
                        end()),
                "list-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private static Label number(String name) {
        Label label = Styles.label(name, Styles.MUTED, "number");
        label.setMinWidth(NetworkCell.NUMBER);
        label.setPrefWidth(NetworkCell.NUMBER);
        return label;
    }

    private static Region end() {
        Region end = new Region();
        end.setMinWidth(NetworkCell.BUTTON);
        return end;
    }

    VBox node() {
        return node;
    }

    void close() {
        list.setItems(FXCollections.emptyObservableList());
    }
}
