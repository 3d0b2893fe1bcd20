package org.rpcscope.ui.triage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.Note;
import org.rpcscope.session.Mark;
import org.rpcscope.session.Status;
import org.rpcscope.session.Verdict;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The page of the inspector on which the analyst says what a session is. JavaFX thread only. */
public final class TriageView implements AutoCloseable {

    private final TriageModel model;
    private final TriageController controller;
    private final Texts texts;
    private final Map<Status, ToggleButton> states = new EnumMap<>(Status.class);
    private final ChoiceBox<Choice> verdict = new ChoiceBox<>();
    private final FlowPane tags = Styles.with(new FlowPane(), "triage-tags");
    private final TextField tag = new TextField();
    private final VBox notes = Styles.with(new VBox(), "triage-notes");
    private final TextArea note = new TextArea();
    private final Label together = Styles.wrapped("");
    private final AlikeView alike;
    private final ScrollPane node;
    private final Subscriptions subscriptions = new Subscriptions();
    private boolean showing;

    /** A verdict to choose, or none. */
    private record Choice(@Nullable Verdict verdict, String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * @param like finds the sessions that may be marked the same
     * @param except opens the editor of an exception for the chosen session
     */
    public TriageView(TriageModel model, TriageController controller, Alike like, Node except, Texts texts) {
        this.model = model;
        this.controller = controller;
        this.texts = texts;
        this.alike = new AlikeView(model, controller, like, except, texts);
        VBox content = Styles.with(
                new VBox(
                        together,
                        section("triage.status", statusRow()),
                        section("triage.verdict", verdictRow()),
                        alike.node(),
                        section("triage.tags", new VBox(6, tags, tagField())),
                        section("triage.notes", new VBox(8, notes, noteField()))),
                "inspector-content");
        node = new ScrollPane(content);
        node.setId("triage");
        node.setFitToWidth(true);
        node.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        subscriptions.now(model.chosen(), this::show);
        subscriptions.now(model.notes(), this::showNotes);
        subscriptions.changes(texts.times(), () -> showNotes(model.notes().get()));
        subscriptions.now(model.several(), several -> {
            together.setText(texts.get("triage.together", Amounts.count(several.count())));
            together.setVisible(several.count() > 1);
            together.setManaged(several.count() > 1);
        });
    }

    public Node node() {
        return node;
    }

    private VBox section(String title, Node content) {
        return Styles.with(new VBox(Styles.label(texts.get(title), Styles.SECTION), content), "section");
    }

    private Node statusRow() {
        HBox row = Styles.with(new HBox(), "segments");
        for (Status status : Status.values()) {
            ToggleButton button = Styles.with(new ToggleButton(texts.get("status." + status.label())), "triage-state");
            button.setId("status-" + status.label());
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(_ -> mark(TriageActions.log(texts, status), mark -> mark.with(status)));
            states.put(status, button);
            row.getChildren().add(button);
        }
        return row;
    }

    private Node verdictRow() {
        verdict.setId("triage-verdict");
        verdict.setAccessibleText(texts.get("triage.verdict"));
        verdict.getItems().add(new Choice(null, texts.get("verdict.open")));
        Arrays.stream(Verdict.values())
                .map(each -> new Choice(each, texts.get("verdict." + each.label())))
                .forEach(verdict.getItems()::add);
        verdict.setMaxWidth(Double.MAX_VALUE);
        verdict.valueProperty().subscribe((_, next) -> {
            if (!showing && next != null) {
                mark(number -> texts.count("triage.log.verdict", number), mark -> mark.with(next.verdict()));
            }
        });
        return verdict;
    }

    private Node tagField() {
        tag.setId("triage-tag");
        tag.setPromptText(texts.get("triage.tag"));
        tag.setAccessibleText(texts.get("triage.tag"));
        tag.setOnAction(_ -> {
            String word = tag.getText().strip();
            if (!word.isEmpty()) {
                mark(number -> texts.count("triage.log.tagged", number), mark -> mark.tagged(word));
                tag.clear();
            }
        });
        return tag;
    }

    private Node noteField() {
        note.setId("triage-note");
        note.setPromptText(texts.get("triage.note"));
        note.setAccessibleText(texts.get("triage.note"));
        note.setWrapText(true);
        note.setPrefRowCount(3);
        Button add = new Button(texts.get("triage.add-note"));
        add.setId("add-note");
        add.disableProperty().bind(note.textProperty().map(String::isBlank));
        add.setOnAction(_ -> write());
        note.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                write();
                event.consume();
            }
        });
        return new VBox(6, note, add);
    }

    private void write() {
        controller.note(texts.get("triage.log.noted"), note.getText());
        note.clear();
    }

    private void mark(LongFunction<String> text, UnaryOperator<Mark> change) {
        TriageModel.Chosen chosen = model.chosen().get();
        if (chosen != null && !showing) {
            controller.mark(text, change);
            show(chosen); // what was pressed is shown when it is on the disk
        }
    }

    private void show(TriageModel.@Nullable Chosen chosen) {
        Mark mark = chosen == null ? Mark.NONE : chosen.mark();
        showing = true;
        states.forEach((status, button) -> button.setSelected(status == mark.status()));
        verdict.getItems().stream()
                .filter(choice -> choice.verdict() == mark.verdict())
                .findFirst()
                .ifPresent(verdict::setValue);
        List<Node> chips = new ArrayList<>();
        for (String word : mark.tags()) {
            Button chip = Styles.with(new Button(word, Icon.CANCEL.node()), "chip", "triage-tag");
            chip.setAccessibleText(texts.get("triage.untag", word));
            chip.setOnAction(
                    _ -> mark(number -> texts.count("triage.log.untagged", number), now -> now.untagged(word)));
            chips.add(chip);
        }
        tags.getChildren().setAll(chips);
        tags.setManaged(!chips.isEmpty());
        node.setDisable(chosen == null);
        showing = false;
    }

    private void showNotes(List<Note> all) {
        notes.getChildren()
                .setAll(all.stream()
                        .map(each -> {
                            Label head = Styles.label(
                                    each.author() + " · " + texts.times().get().minutes(each.time()) + " "
                                            + texts.times().get().label(),
                                    Styles.MUTED,
                                    Styles.SMALL);
                            return (Node) Styles.with(new VBox(head, Styles.wrapped(each.text())), "triage-note");
                        })
                        .toList());
    }

    @Override
    public void close() {
        alike.close();
        subscriptions.close();
    }
}
