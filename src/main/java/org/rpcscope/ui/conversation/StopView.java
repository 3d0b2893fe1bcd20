package org.rpcscope.ui.conversation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.rpcscope.export.firewall.Blockade;
import org.rpcscope.export.firewall.Dialect;
import org.rpcscope.session.Direction;
import org.rpcscope.ui.fx.Clip;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.ShownAs;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** What a firewall has to be told so that this does not happen again, to review and copy. JavaFX thread only. */
public final class StopView implements AutoCloseable {

    /** What the rule is about. */
    private enum Extent {
        SESSION,
        EVERYTHING;

        String key() {
            return this == SESSION ? "stop.session" : "stop.everything";
        }
    }

    private final ConversationModel model;
    private final Texts texts;
    private final ComboBox<Extent> extent = new ComboBox<>();
    private final ComboBox<Dialect> dialect = new ComboBox<>();
    private final Label note = Styles.wrapped("", Styles.WARNING, Styles.SMALL);
    private final TextArea text = Styles.with(new TextArea(), Styles.MONO, "rule-text");
    private final VBox node;
    private final Subscriptions subscriptions = new Subscriptions();

    public StopView(ConversationModel model, Texts texts, Clip clip) {
        this.model = model;
        this.texts = texts;
        extent.setId("stop-extent");
        extent.setAccessibleText(texts.get("stop.extent"));
        extent.getItems().setAll(Extent.values());
        extent.setValue(Extent.SESSION);
        extent.setConverter(new ShownAs<>(each -> texts.get(each.key())));
        dialect.setId("stop-dialect");
        dialect.setAccessibleText(texts.get("stop.dialect"));
        dialect.getItems().setAll(Dialect.values());
        dialect.setValue(Dialect.NFTABLES);
        dialect.setConverter(new ShownAs<>(Dialect::label));
        Button copy = new Button(texts.get("stop.copy"), Icon.COPY.node());
        copy.setId("stop-copy");
        copy.setOnAction(_ -> clip.copy(text.getText()));
        text.setId("stop-text");
        text.setEditable(false);
        text.setWrapText(true); // what it does not stop has to be read before it is copied
        text.setAccessibleText(texts.get("stop.text"));
        VBox.setVgrow(text, Priority.ALWAYS);
        extent.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(dialect, Priority.ALWAYS);
        dialect.setMaxWidth(Double.MAX_VALUE);
        note.managedProperty().bind(note.visibleProperty());
        node = Styles.with(
                new VBox(extent, Styles.with(new HBox(dialect, copy), "stop-row"), note, text),
                "inspector-content",
                "stop");
        subscriptions.now(model.chosen(), _ -> show());
        subscriptions.changes(extent.valueProperty(), this::show);
        subscriptions.changes(dialect.valueProperty(), this::show);
    }

    /** The pane. */
    public Node node() {
        return node;
    }

    private void show() {
        Chosen chosen = model.chosen().get();
        if (chosen == null) {
            text.clear();
            note.setVisible(false);
            return;
        }
        boolean everything = extent.getValue() == Extent.EVERYTHING;
        boolean outbound = chosen.finding().direction() == Direction.OUTBOUND;
        note.setText(everything || outbound ? "" : texts.get("stop.not-outbound"));
        note.setVisible(!note.getText().isEmpty());
        Blockade blockade = everything
                ? Blockade.of(chosen.networks())
                : Blockade.of(
                        chosen.session().ends(), chosen.finding().sourceZone().network());
        String next = dialect.getValue().text(blockade, LocalDate.now(ZoneOffset.UTC));
        if (!next.equals(text.getText())) {
            text.setText(next); // setting it again would scroll it back and drop a selection
        }
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
