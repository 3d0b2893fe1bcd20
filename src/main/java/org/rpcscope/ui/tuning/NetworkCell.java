package org.rpcscope.ui.tuning;

import java.util.Objects;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Coverage;
import org.rpcscope.net.Cidr;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** A line of a list of networks, edited where it stands. What is wrong with it is said below, as it is typed. */
final class NetworkCell extends ListCell<NetworkRow> {

    static final double SWITCH = 38;
    static final double CIDR = 210;
    static final double NUMBER = 76;
    static final double BUTTON = 26;

    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private final TuningModel model;
    private final Texts texts;
    private final ToggleSwitch enabled = new ToggleSwitch();
    private final TextField cidr = Styles.with(new TextField(), Styles.MONO, "cell-field");
    private final TextField comment = Styles.with(new TextField(), "cell-field");
    private final Label hosts = number();
    private final Label sessions = number();
    private final Tooltip size = new Tooltip();
    private final Label fault = Styles.with(new Label("", Icon.WARNING.node()), "fault");
    private final Button fix = Styles.with(new Button(), "fix");
    private final HBox faultLine = Styles.with(new HBox(fault, fix), "fault-line");
    private final VBox box;
    private Subscriptions shown = new Subscriptions();

    NetworkCell(TuningModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        getStyleClass().add("network-cell");
        box = new VBox(line(), faultLine);
        box.setPrefWidth(0); // as wide as the list
        enabled.selectedProperty().subscribe(on -> with(row -> model.enable(row, on)));
        cidr.textProperty().subscribe(text -> with(row -> model.type(row, text)));
        comment.textProperty().subscribe(text -> with(row -> model.comment(row, text)));
        cidr.focusedProperty().subscribe(_ -> model.endTyping());
        comment.focusedProperty().subscribe(_ -> model.endTyping());
        fix.setOnAction(_ -> with(row -> {
            NetworkRow.Fault wrong = row.fault().get();
            if (wrong != null && wrong.suggestion() != null) {
                model.endTyping();
                model.type(row, wrong.suggestion());
            }
        }));
    }

    private Node line() {
        Button remove = Styles.with(new Button(null, Icon.REMOVE.node()), Styles.ICON_BUTTON, "quiet");
        remove.setTooltip(new Tooltip(texts.get("tuning.remove")));
        remove.setAccessibleText(texts.get("tuning.remove"));
        remove.setOnAction(_ -> with(model::remove));
        enabled.setMinWidth(SWITCH);
        enabled.setPrefWidth(SWITCH);
        enabled.setAccessibleText(texts.get("tuning.enabled"));
        cidr.setMinWidth(CIDR);
        cidr.setPrefWidth(CIDR);
        cidr.setPromptText(texts.get("tuning.cidr.prompt"));
        cidr.setAccessibleText(texts.get("tuning.network"));
        comment.setPromptText(texts.get("tuning.comment.prompt"));
        comment.setAccessibleText(texts.get("tuning.comment"));
        comment.setMinWidth(60);
        HBox.setHgrow(comment, Priority.ALWAYS);
        hosts.setTooltip(size);
        HBox line = Styles.with(new HBox(enabled, cidr, comment, hosts, sessions, remove), "network-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Label number() {
        Label number = Styles.label("", Styles.MONO, "number");
        number.setMinWidth(NUMBER);
        number.setPrefWidth(NUMBER);
        return number;
    }

    /** Puts the caret where the network is written. */
    void type() {
        cidr.requestFocus();
    }

    private interface Edit {
        void of(NetworkRow row);
    }

    private void with(Edit edit) {
        NetworkRow row = getItem();
        if (row != null) {
            edit.of(row);
        }
    }

    @Override
    protected void updateItem(@Nullable NetworkRow row, boolean empty) {
        if (row != null && row == getItem() && !empty && getGraphic() != null) {
            super.updateItem(row, false);
            return;
        }
        shown.close();
        super.updateItem(empty ? null : row, empty);
        if (empty || row == null) {
            setGraphic(null);
            return;
        }
        shown = new Subscriptions();
        shown.now(row.entry(), this::show);
        shown.now(row.fault(), this::show);
        shown.now(row.coverage(), this::show);
        shown.now(row.changed(), changed -> pseudoClassStateChanged(CHANGED, changed));
        setGraphic(box);
    }

    private void show(NetworkEntry entry) {
        enabled.setSelected(entry.enabled());
        set(cidr, entry.cidr());
        set(comment, entry.comment());
        pseudoClassStateChanged(OFF, !entry.enabled());
        Cidr network = entry.network();
        size.setText(network == null ? "" : texts.get("tuning.size", Amounts.size(network.size())));
    }

    /** Only what differs, or the caret would jump while the analyst types. */
    private static void set(TextField field, String text) {
        if (!Objects.equals(field.getText(), text)) {
            field.setText(text);
        }
    }

    private void show(NetworkRow.@Nullable Fault wrong) {
        boolean appears = wrong != null && !faultLine.isVisible();
        pseudoClassStateChanged(FAULTY, wrong != null);
        visible(faultLine, wrong != null);
        if (appears && cidr.isFocused()) {
            getListView().scrollTo(getIndex()); // the line has grown, perhaps out of sight
        }
        String suggestion = wrong == null ? null : wrong.suggestion();
        visible(fix, suggestion != null);
        fault.setText(wrong == null ? "" : wrong.sentence());
        fix.setText(suggestion == null ? "" : texts.get("tuning.fix", suggestion));
        fix.setMinWidth(Region.USE_PREF_SIZE);
    }

    private static void visible(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    private void show(@Nullable Coverage coverage) {
        hosts.setText(coverage == null ? Amounts.NONE : Amounts.count(coverage.hosts()));
        sessions.setText(coverage == null ? Amounts.NONE : Amounts.count(coverage.sessions()));
    }
}
