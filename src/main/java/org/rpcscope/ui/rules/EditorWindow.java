package org.rpcscope.ui.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.ExceptionProposal;
import org.rpcscope.sigma.Rule;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.ShownAs;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.fx.Theme;

/**
 * The window in which a rule or an exception is written: the text, what is wrong with it, what this version does, and why
 * it matches the chosen session or does not. JavaFX thread only.
 */
final class EditorWindow {

    private static final KeyCombination SAVE = KeyCombination.valueOf("shortcut+S");
    private static final int MOST = 50;

    private final EditorModel model;
    private final EditorController controller;
    private final RulesModel rules;
    private final Texts texts;
    private final Stage stage = new Stage();
    private final CodeEditor code = new CodeEditor();
    private final VBox remarks = Styles.with(new VBox(), "editor-remarks");
    private final Label effect = Styles.wrapped("", Styles.STRONG);
    private final Label cost = Styles.label("", Styles.MUTED, Styles.SMALL);
    private final VBox why = Styles.with(new VBox(), "why-lines");
    private final Label notice = Styles.wrapped("", Styles.DANGER);
    private final Button save;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Folder folder;

    /** Where new rules go; may ask the analyst. */
    interface Folder {
        @Nullable
        Path ask();
    }

    EditorWindow(EditorModel model, EditorController controller, RulesModel rules, Texts texts, Folder folder) {
        this.model = model;
        this.controller = controller;
        this.rules = rules;
        this.texts = texts;
        this.folder = folder;
        boolean exception = model.subject() instanceof EditorModel.OwnException;
        save = Styles.with(
                new Button(texts.get(exception ? "editor.save-exception" : "editor.save-rule"), Icon.SAVE.node()),
                "accent");
        save.setId("editor-save");
        save.setOnAction(_ -> save());
        code.name(texts.get("editor.text"));
        code.text().bindBidirectional(model.text());
        stage.setTitle(texts.get(exception ? "editor.exception" : "editor.rule"));
    }

    /** Opens it over the window. */
    void show(Stage owner, List<String> sheets) {
        BorderPane root = Styles.with(new BorderPane(), Theme.ROOT, "editor");
        SplitPane halves = new SplitPane(left(), right());
        halves.setDividerPositions(0.6);
        root.setCenter(halves);
        root.setBottom(bottom());
        Scene scene = new Scene(root, 1040, 640);
        scene.getStylesheets().setAll(sheets);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (SAVE.match(event)) {
                save();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                stage.hide();
                event.consume();
            }
        });
        stage.initOwner(owner);
        stage.setScene(scene);
        stage.setOnHidden(_ -> close());
        subscriptions.now(model.checked(), this::show);
        subscriptions.now(model.trial(), this::show);
        subscriptions.now(model.notice(), fault -> {
            notice.setText(fault == null ? "" : fault);
            visible(notice, fault != null);
        });
        subscriptions.changes(rules.chosen(), () -> explain(model.checked().get()));
        stage.show();
        code.type();
    }

    private Node left() {
        VBox left = new VBox(code.node());
        VBox.setVgrow(code.node(), Priority.ALWAYS);
        if (model.subject() instanceof EditorModel.OwnException(int _, ExceptionProposal proposal)
                && proposal != null) {
            left.getChildren().addFirst(scopes(proposal));
        }
        return left;
    }

    /** What the exception is about; another choice writes the text anew. */
    private Node scopes(ExceptionProposal proposal) {
        ComboBox<ExceptionProposal.Scope> choice = new ComboBox<>();
        choice.setId("editor-scope");
        choice.getItems().setAll(proposal.scopes());
        choice.setConverter(new ShownAs<>(scope -> texts.get(
                "editor.scope." + scope.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
        choice.setValue(proposal.scopes().getFirst());
        choice.setOnAction(_ -> model.text().set(proposal.yaml(choice.getValue(), rules.author(), rules.today())));
        HBox row = Styles.with(new HBox(Styles.label(texts.get("editor.scope"), Styles.MUTED), choice), "editor-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node right() {
        effect.setId("editor-effect");
        remarks.setId("editor-remarks");
        why.setId("editor-why");
        VBox head = Styles.with(new VBox(effect, cost, notice, remarks), "editor-head");
        ScrollPane tree = new ScrollPane(why);
        tree.setFitToWidth(true);
        VBox right = Styles.with(new VBox(head, tree), "editor-side");
        VBox.setVgrow(tree, Priority.ALWAYS);
        return right;
    }

    private Node bottom() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button cancel = new Button(texts.get("editor.cancel"));
        cancel.setOnAction(_ -> stage.hide());
        HBox row = Styles.with(
                new HBox(Styles.label(texts.get("editor.hint"), Styles.MUTED), space, cancel, save), "editor-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void save() {
        boolean fresh = model.subject() instanceof EditorModel.OwnRule(Path file, String _) && file == null;
        Path to = fresh ? folder.ask() : null;
        if (!fresh || to != null) {
            controller.save(to, stage::hide);
        }
    }

    private void show(EditorModel.@Nullable Checked checked) {
        List<EditorModel.Remark> all = checked == null ? List.of() : checked.remarks();
        Set<Integer> faulty = all.stream()
                .filter(remark -> !remark.warning())
                .map(EditorModel.Remark::line)
                .collect(Collectors.toSet());
        code.faulty(faulty);
        List<Node> lines = new ArrayList<>();
        for (EditorModel.Remark remark : all.subList(0, Math.min(all.size(), MOST))) {
            Hyperlink at = new Hyperlink(texts.get("editor.line", Integer.toString(remark.line())));
            at.setMinWidth(Region.USE_PREF_SIZE);
            at.setOnAction(_ -> code.go(remark.line()));
            Label words = Styles.wrapped(remark.sentence(), remark.warning() ? Styles.WARNING : Styles.DANGER);
            HBox.setHgrow(words, Priority.ALWAYS);
            lines.add(Styles.with(new HBox(at, words), "editor-remark"));
        }
        remarks.getChildren().setAll(lines);
        save.setDisable(checked == null || !checked.usable());
        if (checked != null && !checked.usable()) {
            effect.setText(texts.count("editor.faults", faulty.size()));
            cost.setText("");
        }
        explain(checked);
    }

    private void show(EditorModel.@Nullable Trial trial) {
        EditorModel.Checked checked = model.checked().get();
        if (checked == null || !checked.usable()) {
            return;
        }
        if (checked.correlatesOnly()) {
            effect.setText(texts.get("editor.correlation"));
            cost.setText("");
            return;
        }
        if (trial == null) {
            effect.setText(texts.get("editor.counting"));
            cost.setText("");
            return;
        }
        boolean exception = model.subject() instanceof EditorModel.OwnException;
        effect.setText(
                exception
                        ? texts.count("editor.hides", trial.matches())
                        : texts.get(
                                "editor.matches",
                                amount(trial, trial.matches()),
                                Amounts.count(trial.added()),
                                Amounts.count(trial.removed())));
        cost.setText(texts.get("editor.cost", Amounts.duration(trial.nanos()), amount(trial, trial.of())));
    }

    private String amount(EditorModel.Trial trial, int number) {
        return trial.events() ? texts.count("editor.events", number) : texts.count("editor.sessions", number);
    }

    private void explain(EditorModel.@Nullable Checked checked) {
        List<Node> lines = new ArrayList<>();
        RulesModel.Chosen chosen = rules.chosen().get();
        if (checked != null && checked.usable() && !checked.rules().isEmpty()) {
            lines.add(Styles.label(texts.get("editor.why"), Styles.SECTION));
            if (chosen == null) {
                lines.add(Styles.wrapped(texts.get("editor.no-session"), Styles.MUTED));
            } else {
                for (Rule rule : checked.rules()) {
                    lines.addAll(Explanations.lines(chosen.detection().explain(rule, chosen.number()), texts));
                }
            }
        }
        why.getChildren().setAll(lines);
    }

    private static void visible(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    private void close() {
        subscriptions.close();
        controller.close();
        code.text().unbindBidirectional(model.text());
    }
}
