package org.rpcscope.ui.hosts;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.EventRecord;
import org.rpcscope.detect.RelatedEvents;
import org.rpcscope.session.Session;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/**
 * The story of the chosen host, line by line in order of time. Enter or a double click on a line leads to the session, or
 * shows the record of the event below. JavaFX thread only.
 */
final class StoryView implements AutoCloseable {

    private static final double LINE = 25;
    private static final int NAMED = 3;

    private final HostsModel hosts;
    private final StoryModel model;
    private final StoryController controller;
    private final IntConsumer open;
    private final Texts texts;
    private final Label title = Styles.label("", Styles.STRONG);
    private final Label counts = Styles.label("", Styles.MUTED, Styles.SMALL);
    private final Label hint = Styles.label("", Styles.MUTED);
    private final Map<Chapter, ToggleButton> chapters = new EnumMap<>(Chapter.class);
    private final SegmentedButton choice = new SegmentedButton();
    private final ListView<StoryLine> list = new ListView<>();
    private final TextArea record = Styles.with(new TextArea(), Styles.MONO, "record");
    private final SplitPane split = new SplitPane(list);
    private final BorderPane node = Styles.with(new BorderPane(split), "story");
    private final Subscriptions subscriptions = new Subscriptions();

    /** @param open hears which session the analyst wants to see, by its number */
    StoryView(HostsModel hosts, StoryModel model, StoryController controller, Texts texts, IntConsumer open) {
        this.hosts = hosts;
        this.model = model;
        this.controller = controller;
        this.texts = texts;
        this.open = open;
        for (Chapter chapter : Chapter.values()) {
            choice.getButtons().add(button(chapter));
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        VBox words = new VBox(title, counts);
        node.setTop(Styles.with(new HBox(words, space, choice), "story-head"));
        node.setId("story");
        hint.setWrapText(true);
        list.setId("story-lines");
        list.setItems(model.lines());
        list.setFixedCellSize(LINE);
        list.setPlaceholder(hint);
        list.setAccessibleText(texts.get("hosts.story.list"));
        list.setCellFactory(_ -> new StoryCell(texts));
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                follow();
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                follow();
                event.consume();
            }
        });
        split.setOrientation(Orientation.VERTICAL);
        record.setId("story-record");
        record.setEditable(false);
        record.setWrapText(true);
        record.setAccessibleText(texts.get("related.record"));
        subscriptions.changes(texts.times(), list::refresh);
        subscriptions.now(model.story(), this::show);
        subscriptions.changes(hosts.chosen(), () -> show(model.story().get()));
        subscriptions.now(model.read(), this::show);
        subscriptions.now(
                model.chapter(), chapter -> chapters.forEach((each, button) -> button.setSelected(each == chapter)));
    }

    private ToggleButton button(Chapter chapter) {
        ToggleButton button = new ToggleButton(texts.get("hosts.chapter." + chapter.label()));
        button.setId("chapter-" + chapter.label());
        button.setOnAction(_ -> {
            button.setSelected(true); // a second click must not release it
            model.chapter().set(chapter);
        });
        chapters.put(chapter, button);
        return button;
    }

    Node node() {
        return node;
    }

    /** Gives the keyboard to the lines, and chooses one. */
    void focus() {
        list.requestFocus();
        if (!list.getItems().isEmpty() && list.getSelectionModel().getSelectedIndex() < 0) {
            list.getSelectionModel().select(0);
        }
    }

    private void follow() {
        switch (list.getSelectionModel().getSelectedItem()) {
            case null -> {}
            case StoryLine.Spoke(Session session, var _, var _, var _, var _, var _, var _) ->
                open.accept(session.number());
            case StoryLine.Happened(RelatedEvents.Related event) -> controller.read(event);
        }
    }

    private void show(@Nullable Story story) {
        boolean chosen = hosts.chosen().get() != null;
        choice.setVisible(chosen);
        list.getSelectionModel().clearSelection();
        list.refresh(); // as many lines as before may be others
        if (story == null) {
            title.setText(texts.get(chosen ? "hosts.story.told" : "hosts.story"));
            counts.setText("");
            hint.setText(chosen ? "" : texts.get("hosts.story.choose"));
            return;
        }
        RelatedEvents told = story.events();
        String host = story.host().toString();
        title.setText(
                told.names().isEmpty()
                        ? texts.get("hosts.story.of", host)
                        : texts.get(
                                "hosts.story.of", texts.get("related.host", host, String.join(", ", told.names()))));
        counts.setText(counts(story));
        hint.setText(texts.get("hosts.story.nothing"));
    }

    private String counts(Story story) {
        RelatedEvents told = story.events();
        String words = String.join(
                " · ",
                texts.count("hosts.spark.sessions", story.sessions().length),
                texts.count("hosts.spark.flagged", story.flagged()),
                texts.count("hosts.story.peers", story.peers()),
                texts.count("related.events", told.total()));
        if (told.total() > told.events().size()) {
            words += " ("
                    + texts.get("related.nearest", Amounts.count(told.events().size())) + ")";
        }
        if (!story.users().isEmpty()) {
            String named = story.users().stream().limit(NAMED).collect(Collectors.joining(", "));
            int more = story.users().size() - NAMED;
            words += " · " + (more > 0 ? named + " +" + more : named);
        }
        return words;
    }

    private void show(@Nullable EventRecord read) {
        record.setText(read == null ? "" : read.text());
        if (read == null) {
            split.getItems().setAll(list);
        } else if (split.getItems().size() == 1) {
            split.getItems().add(record);
            split.setDividerPositions(0.6);
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 1)); // it is half as high now
        }
    }

    @Override
    public void close() {
        subscriptions.close();
        list.setItems(FXCollections.emptyObservableList());
    }
}
