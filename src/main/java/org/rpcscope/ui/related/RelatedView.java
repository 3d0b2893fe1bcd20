package org.rpcscope.ui.related;

import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.rpcscope.cases.EventRecord;
import org.rpcscope.detect.RelatedEvents;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.ShownAs;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/**
 * What else happened on the host, before and after the session, within a span that the analyst sets; below it the record
 * that was double-clicked, as it was written. JavaFX thread only.
 */
public final class RelatedView implements AutoCloseable {

    private static final double LINE = 56;

    private final RelatedModel model;
    private final Texts texts;
    private final ObservableList<RelatedLine> lines = FXCollections.observableArrayList();
    private final ListView<RelatedLine> list = new ListView<>(lines);
    private final ChoiceBox<Span> span = new ChoiceBox<>(FXCollections.observableArrayList(Span.values()));
    private final Label found = Styles.wrapped("", Styles.MUTED, Styles.SMALL);
    private final TextArea record = Styles.with(new TextArea(), Styles.MONO, "record");
    private final SplitPane split = new SplitPane();
    private final BorderPane node = Styles.with(new BorderPane(), "related-events");
    private final Subscriptions subscriptions = new Subscriptions();

    public RelatedView(RelatedModel model, RelatedController controller, Texts texts) {
        this.model = model;
        this.texts = texts;
        span.setId("related-span");
        span.setAccessibleText(texts.get("related.span"));
        span.setConverter(new ShownAs<>(value -> texts.get("related.span." + value.label())));
        span.valueProperty().bindBidirectional(model.span());
        list.setId("related");
        list.setAccessibleText(texts.get("related.list"));
        list.setFixedCellSize(LINE);
        list.setCellFactory(_ -> new RelatedCell(texts));
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                read(controller);
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                read(controller);
            }
        });
        record.setId("related-record");
        record.setAccessibleText(texts.get("related.record"));
        record.setEditable(false);
        record.setWrapText(true);
        split.setOrientation(Orientation.VERTICAL);
        split.getItems().setAll(list);
        FlowPane head = Styles.with(new FlowPane(new Label(texts.get("related.within")), span), "related-bar");
        VBox top = Styles.with(new VBox(head, found), "related-top");
        VBox.setVgrow(found, Priority.NEVER);
        node.setTop(top);
        node.setCenter(split);
        subscriptions.changes(texts.times(), list::refresh);
        subscriptions.now(model.events(), _ -> show());
        subscriptions.changes(model.target(), this::show);
        subscriptions.now(model.raw(), this::show);
    }

    /** The pane. */
    public Node node() {
        return node;
    }

    private void read(RelatedController controller) {
        if (list.getSelectionModel().getSelectedItem() instanceof RelatedLine.Happened(var event, var _)) {
            controller.read(event);
        }
    }

    private void show() {
        Target target = model.target().get();
        if (target == null) {
            lines.clear();
            return;
        }
        RelatedEvents events = model.events().get();
        lines.setAll(RelatedLine.of(events, target.time()));
        found.setText(words(events, target));
        int here = 0;
        while (!(lines.get(here) instanceof RelatedLine.Here)) {
            here++;
        }
        list.scrollTo(Math.max(0, here - 3));
    }

    private String words(RelatedEvents events, Target target) {
        String addresses =
                target.hosts().stream().map(Object::toString).sorted().collect(Collectors.joining(", "));
        String hosts = events.names().isEmpty()
                ? addresses
                : texts.get("related.host", String.join(", ", events.names()), addresses);
        if (events.total() == 0) {
            return texts.get("related.none", hosts);
        }
        String all = texts.get(
                "related.found", texts.count("related.events", events.total()), hosts, Amounts.count(events.matched()));
        return events.total() <= events.events().size()
                ? all
                : all + " "
                        + texts.get(
                                "related.nearest", Amounts.count(events.events().size()));
    }

    private void show(RelatedModel.Raw raw) {
        boolean shown = !(raw instanceof RelatedModel.Raw.Unasked);
        if (shown && split.getItems().size() == 1) {
            split.getItems().add(record);
            split.setDividerPositions(0.6);
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 1)); // it is half as high now
        } else if (!shown) {
            split.getItems().setAll(list);
        }
        record.setText(
                switch (raw) {
                    case RelatedModel.Raw.Unasked _ -> "";
                    case RelatedModel.Raw.Reading(String file) -> texts.get("related.reading", file);
                    case RelatedModel.Raw.Shown(EventRecord read) -> read.text();
                });
    }

    @Override
    public void close() {
        subscriptions.close();
        span.valueProperty().unbindBidirectional(model.span());
        list.setItems(FXCollections.observableArrayList());
    }
}
