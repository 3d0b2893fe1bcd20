package org.rpcscope.ui.conversation;

import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.rpc.Step;
import org.rpcscope.session.Transcript;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Clip;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Pulse;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The messages of the session from the top down, read from the file when it is looked at. JavaFX thread only. */
final class LadderView implements AutoCloseable {

    private static final double RUNG = 36;
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final ConversationModel model;
    private final ConversationController controller;
    private final Texts texts;
    private final Clip clip;
    private final Interfaces interfaces;
    private final ObservableList<Step> steps = FXCollections.observableArrayList();
    private final ListView<Step> list = new ListView<>(steps);
    private final Label state = Styles.label("", Styles.MUTED, Styles.SMALL);
    private final Label placeholder = Styles.wrapped("", Styles.MUTED);
    private final ProgressBar bar = Styles.with(new ProgressBar(), "ladder-progress");
    private final Button again;
    private final Button stop;
    private final Button copy;
    private final VBox node;
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable Pulse pulse;

    LadderView(
            ConversationModel model, ConversationController controller, Interfaces interfaces, Texts texts, Clip clip) {
        this.model = model;
        this.controller = controller;
        this.interfaces = interfaces;
        this.texts = texts;
        this.clip = clip;
        again = button("conversation.read", Icon.UNDO, "ladder-read", controller::read);
        stop = button("conversation.stop", Icon.CANCEL, "ladder-stop", controller::cancel);
        copy = button("conversation.copy-all", Icon.COPY, "ladder-copy", () -> copy(steps));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = Styles.with(
                new HBox(
                        Styles.label(texts.get("conversation.ladder"), Styles.SECTION),
                        state,
                        bar,
                        space,
                        again,
                        stop,
                        copy),
                "ladder-head");
        head.setAlignment(Pos.CENTER_LEFT);
        node = Styles.with(new VBox(head, list()), "ladder");
        subscriptions.now(model.ladder(), this::show);
        subscriptions.now(model.step(), this::choose);
    }

    private Button button(String key, Icon icon, String id, Runnable handler) {
        Button button = Styles.with(new Button(null, icon.node()), Styles.ICON_BUTTON, "quiet");
        button.setId(id);
        button.setAccessibleText(texts.get(key));
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setOnAction(_ -> handler.run());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private Node list() {
        list.setId("ladder");
        list.setAccessibleText(texts.get("conversation.ladder.list"));
        list.setFixedCellSize(RUNG);
        list.setCellFactory(_ -> new RungCell(this::rung));
        list.setPlaceholder(placeholder);
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.getSelectionModel().selectedItemProperty().subscribe(step -> {
            if (step != null) {
                model.step().set(step);
            }
        });
        MenuItem chosen = new MenuItem(texts.get("conversation.copy"));
        chosen.setOnAction(_ -> copy(list.getSelectionModel().getSelectedItems()));
        MenuItem all = new MenuItem(texts.get("conversation.copy-all"));
        all.setOnAction(_ -> copy(steps));
        list.setContextMenu(new ContextMenu(chosen, all));
        list.setOnKeyPressed(event -> {
            if (COPY.match(event)) {
                copy(list.getSelectionModel().getSelectedItems());
                event.consume();
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }

    Node node() {
        return node;
    }

    /** Calls the handler when Enter is pressed on a rung, or it is clicked twice. */
    void onEnter(Runnable handler) {
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                handler.run();
                event.consume();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && !list.getSelectionModel().isEmpty()) {
                handler.run();
            }
        });
    }

    private Rung rung(Step step) {
        Chosen chosen = model.chosen().get();
        return Rung.of(step, chosen == null ? step.time() : chosen.session().start(), interfaces);
    }

    private void copy(List<Step> some) {
        clip.copy(some.stream().map(step -> rung(step).line()).collect(Collectors.joining("\n", "", "\n")));
    }

    private void choose(@Nullable Step step) {
        if (step != null && !step.equals(list.getSelectionModel().getSelectedItem())) {
            list.getSelectionModel().clearAndSelect(steps.indexOf(step));
        }
    }

    private void show(Ladder ladder) {
        boolean reading = ladder instanceof Ladder.Reading;
        stopPulse();
        if (reading) {
            pulse = new Pulse(this::progress);
            progress();
        }
        bar.setVisible(reading);
        bar.setManaged(reading);
        stop.setVisible(reading);
        again.setVisible(ladder instanceof Ladder.Cancelled);
        Transcript transcript = ladder.transcript();
        list.getSelectionModel().clearSelection();
        steps.setAll(transcript == null ? List.of() : transcript.steps());
        copy.setVisible(!steps.isEmpty());
        state.setText(transcript == null || steps.isEmpty() ? "" : count(transcript));
        placeholder.setText(words(ladder));
        choose(model.step().get());
    }

    private String count(Transcript transcript) {
        String count = texts.count("conversation.steps", transcript.steps().size());
        return transcript.truncated() ? texts.get("conversation.truncated", count) : count;
    }

    private String words(Ladder ladder) {
        return switch (ladder) {
            case Ladder.Unasked _ -> "";
            case Ladder.Unrecorded _ -> texts.get("conversation.unrecorded");
            case Ladder.Cancelled _ -> texts.get("conversation.cancelled");
            case Ladder.Reading(String file) -> texts.get("conversation.reading", file);
            case Ladder.Read(var _, Transcript transcript) ->
                transcript.problem() != null ? transcript.problem() : texts.get("conversation.no-steps");
        };
    }

    private void progress() {
        long total = controller.progress().total();
        bar.setProgress(
                total <= 0
                        ? ProgressBar.INDETERMINATE_PROGRESS
                        : (double) controller.progress().done() / total);
        bar.setAccessibleText(Amounts.percent(controller.progress().done(), total));
    }

    private void stopPulse() {
        if (pulse != null) {
            pulse.close();
            pulse = null;
        }
    }

    @Override
    public void close() {
        stopPulse();
        subscriptions.close();
    }
}
