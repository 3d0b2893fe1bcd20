package org.rpcscope.ui.tuning;

import java.util.Locale;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.tuning.lists.ListText;
import org.rpcscope.ui.fx.Sheet;
import org.rpcscope.ui.fx.ShownAs;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The sheet in which a text becomes networks: the text, what is found in it, and what is refused. JavaFX thread only. */
final class NetworkPaste {

    private static final double WIDTH = 940;
    private static final double HEIGHT = 540;
    private static final double TEXT = 380;

    private final NetworkModel model;
    private final NetworkController controller;
    private final Texts texts;
    private final TextArea area = Styles.with(new TextArea(), Styles.MONO);
    private final Label format = Styles.label("", Styles.MUTED);
    private final ChoiceBox<NetworkList> target =
            new ChoiceBox<>(FXCollections.observableArrayList(NetworkList.values()));
    private final CheckBox meant = new CheckBox();
    private final Button add = Styles.with(new Button(), "accent");
    private final NetworkPreview preview;
    private final Sheet sheet;

    NetworkPaste(
            NetworkModel model, NetworkController controller, Texts texts, Node owner, Subscriptions subscriptions) {
        this.model = model;
        this.controller = controller;
        this.texts = texts;
        preview = new NetworkPreview(texts);
        VBox card = new VBox(head(), body(), foot());
        card.setId("paste-sheet");
        card.setPrefSize(WIDTH, HEIGHT);
        sheet = new Sheet(card, () -> controller.pasting().set(null));
        area.textProperty().subscribe((_, text) -> {
            if (controller.pasting().get() != null) {
                controller.pasting().set(text);
            }
        });
        meant.selectedProperty().subscribe(_ -> show(controller.preview().get()));
        target.valueProperty().subscribe(_ -> preview.target(target.getValue()));
        subscriptions.now(controller.pasting(), text -> pasting(text, owner));
        subscriptions.now(controller.preview(), this::show);
    }

    private Node head() {
        return new VBox(
                Styles.label(texts.get("networks.paste.title"), "card-title"),
                Styles.wrapped(texts.get("networks.paste.words"), Styles.MUTED));
    }

    private Node body() {
        area.setId("paste-text");
        area.setPrefWidth(TEXT);
        area.setMinWidth(TEXT);
        area.setPromptText(texts.get("networks.paste.prompt"));
        area.setAccessibleText(texts.get("networks.paste.title"));
        HBox body = Styles.with(new HBox(area, preview.node()), "paste-body");
        HBox.setHgrow(preview.node(), Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        return body;
    }

    private Node foot() {
        target.setId("paste-list");
        target.setValue(NetworkList.INTERNAL);
        target.setConverter(new ShownAs<>(list -> texts.get("networks.onto." + list.id())));
        target.setAccessibleText(texts.get("networks.paste.list"));
        meant.setId("paste-meant");
        add.setId("paste-add");
        add.setDefaultButton(false);
        add.setOnAction(_ -> take());
        Button cancel = new Button(texts.get("networks.paste.cancel"));
        cancel.setId("paste-cancel");
        cancel.setOnAction(_ -> controller.pasting().set(null));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox foot = Styles.with(new HBox(target, meant, format, space, cancel, add), "paste-foot");
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private void pasting(@Nullable String text, Node owner) {
        if (text == null) {
            sheet.close();
            area.clear();
        } else if (!text.equals(area.getText())) {
            area.setText(text);
        }
        if (text != null) {
            boolean opens = area.getScene() == null;
            sheet.open(owner);
            if (opens) {
                target.setValue(model.target());
                meant.setSelected(false);
                area.requestFocus();
            }
        }
    }

    private void show(@Nullable ListText found) {
        preview.show(found);
        int count = found == null ? 0 : found.networks().size();
        long fixable = found == null
                ? 0
                : found.refused().stream()
                        .filter(refusal -> refusal.suggestion() != null)
                        .count();
        long all = count + (meant.isSelected() ? fixable : 0);
        meant.setVisible(fixable > 0);
        meant.setManaged(fixable > 0);
        meant.setText(texts.count("networks.paste.meant", fixable));
        add.setText(texts.count("networks.paste.add", all));
        add.setDisable(all == 0);
        format.setText(
                found == null || found.networks().isEmpty()
                        ? ""
                        : texts.get("networks.format."
                                + found.format().name().toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    private void take() {
        ListText found = controller.preview().get();
        NetworkList list = target.getValue();
        if (found != null && list != null) {
            model.take(found, list, meant.isSelected());
        }
        controller.pasting().set(null);
    }
}
