package org.rpcscope.ui.rules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;
import org.rpcscope.detect.Exceptions;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.tuning.ExceptionEntry;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.FilePicker;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The exceptions of the draft: switched, counted, edited, removed and written out. JavaFX thread only. */
public final class ExceptionsView implements AutoCloseable {

    private static final String FILE = "rpcscope-exceptions.yml";

    private final RulesModel model;
    private final RulesController controller;
    private final Editors editors;
    private final FilePicker picker;
    private final Texts texts;
    private final VBox lines = Styles.with(new VBox(), "rule-lines");
    private final Label notice = Styles.label("", Styles.DANGER);
    private final BorderPane node = new BorderPane();
    private final Subscriptions subscriptions = new Subscriptions();

    public ExceptionsView(
            RulesModel model, RulesController controller, Editors editors, FilePicker picker, Texts texts) {
        this.model = model;
        this.controller = controller;
        this.editors = editors;
        this.picker = picker;
        this.texts = texts;
        ScrollPane pane = new ScrollPane(lines);
        pane.setFitToWidth(true);
        pane.setId("exceptions");
        node.setTop(header());
        node.setCenter(pane);
        subscriptions.now(model.profile(), _ -> show());
        subscriptions.changes(model.hidden(), this::show);
    }

    private Node header() {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button export = Styles.with(new Button(texts.get("exceptions.export"), Icon.SAVE.node()), "add");
        export.setId("exceptions-export");
        export.setOnAction(_ -> export());
        HBox header = Styles.with(
                new HBox(Styles.label(texts.get("exceptions.hint"), Styles.MUTED), notice, space, export),
                "rules-header");
        header.setAlignment(Pos.CENTER_LEFT);
        return header;
    }

    private void export() {
        List<ExceptionEntry> entries = model.profile().get().exceptions();
        Path chosen = entries.isEmpty() ? null : picker.save(texts.get("exceptions.export"), null, FILE);
        if (chosen != null) {
            String text = entries.stream()
                    .map(entry -> entry.yaml().stripTrailing() + "\n")
                    .collect(Collectors.joining("---\n"));
            controller.save(() -> chosen, text, fault -> notice.setText(fault == null ? "" : fault));
        }
    }

    private void show() {
        List<Node> nodes = new ArrayList<>();
        List<Exceptions.Reading> readings = model.exceptions().readings();
        for (int i = 0; i < readings.size(); i++) {
            nodes.add(line(i, readings.get(i)));
        }
        if (nodes.isEmpty()) {
            nodes.add(Styles.wrapped(texts.get("exceptions.none"), Styles.MUTED));
        }
        lines.getChildren().setAll(nodes);
    }

    private Node line(int index, Exceptions.Reading reading) {
        ExceptionEntry entry = reading.entry();
        ToggleSwitch enabled = new ToggleSwitch();
        enabled.setMinWidth(38);
        enabled.setPrefWidth(38);
        enabled.setSelected(entry.enabled());
        enabled.setAccessibleText(texts.get("exceptions.enabled"));
        enabled.selectedProperty().subscribe((_, on) -> controller.except(index, new ExceptionEntry(entry.yaml(), on)));
        VBox words = new VBox(title(reading), Styles.wrapped(about(reading), Styles.MUTED));
        HBox.setHgrow(words, Priority.ALWAYS);
        Label hidden = Styles.label(hidden(reading), Styles.MONO, "number");
        hidden.setMinWidth(110);
        hidden.setAlignment(Pos.CENTER_RIGHT);
        Button edit = Styles.with(new Button(texts.get("rules.edit")), "add");
        edit.setMinWidth(Region.USE_PREF_SIZE);
        edit.setOnAction(_ -> editors.edit(index, entry));
        Button remove = Styles.with(new Button(null, Icon.REMOVE.node()), Styles.ICON_BUTTON, "quiet");
        remove.setTooltip(new Tooltip(texts.get("exceptions.remove")));
        remove.setAccessibleText(texts.get("exceptions.remove"));
        remove.setOnAction(_ -> controller.remove(index));
        HBox line = Styles.with(new HBox(enabled, words, hidden, edit, remove), "rule-line", "exception-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node title(Exceptions.Reading reading) {
        boolean faulty = reading.state() == Exceptions.State.FAULTY;
        String title = faulty
                ? texts.get("exceptions.faulty")
                : reading.filters().getFirst().info().title();
        HBox head = Styles.with(new HBox(Styles.label(title, Styles.STRONG)), "rule-title");
        switch (reading.state()) {
            case EXPIRED -> head.getChildren().add(Styles.label(texts.get("exceptions.expired"), "pill", "level-high"));
            case OFF -> head.getChildren().add(Styles.label(texts.get("exceptions.off"), "pill"));
            case APPLIES, FAULTY -> {}
        }
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /** Who wrote it, until when it holds, and why; or what is wrong. */
    private String about(Exceptions.Reading reading) {
        if (reading.filters().isEmpty()) {
            return String.join("; ", reading.faults());
        }
        FilterRule first = reading.filters().getFirst();
        List<String> parts = new ArrayList<>();
        if (!first.info().author().isEmpty()) {
            parts.add(texts.get("tuning.rule-by", first.info().author()));
        }
        if (first.expires() != null) {
            parts.add(texts.get("exceptions.until", first.expires().toString()));
        }
        if (!first.info().description().isBlank()) {
            parts.add(first.info().description().strip().replace('\n', ' '));
        }
        return String.join("  ·  ", parts);
    }

    private String hidden(Exceptions.Reading reading) {
        int hidden = reading.filters().stream()
                .distinct()
                .mapToInt(filter -> model.hidden().get().getOrDefault(filter, 0))
                .max()
                .orElse(0);
        return reading.state() == Exceptions.State.APPLIES ? texts.count("exceptions.hides", hidden) : Amounts.NONE;
    }

    public Node node() {
        return node;
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
