package org.rpcscope.ui.rules;

import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.control.ToggleSwitch;
import org.jspecify.annotations.Nullable;
import org.rpcscope.sigma.RuleInfo;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** A rule in the list: its switch, what it says of itself, and how many sessions it matches. */
final class RuleCell extends ListCell<RulesModel.Known> {

    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private final RulesModel model;
    private final Texts texts;
    private final ToggleSwitch enabled = new ToggleSwitch();
    private final Label title = Styles.label("", Styles.STRONG);
    private final Label level = Styles.label("");
    private final Label author = Styles.label("", Styles.MUTED);
    private final Label details = Styles.label("", Styles.MUTED, Styles.SMALL);
    private final Label matches = Styles.label("", Styles.MONO, "number");
    private final Button edit = Styles.with(new Button(), "add");
    private final Button export = Styles.with(new Button(), "add");
    private final HBox line;

    /** What the list does with a rule. */
    interface Deeds {
        void enable(RulesModel.Known known, boolean on);

        void edit(RulesModel.Known known);

        void export(RulesModel.Known known);
    }

    RuleCell(RulesModel model, Deeds deeds, Texts texts) {
        this.model = model;
        this.texts = texts;
        enabled.setMinWidth(38);
        enabled.setPrefWidth(38);
        enabled.selectedProperty().subscribe((_, on) -> {
            RulesModel.Known known = getItem();
            if (known != null && on != RulesModel.enabled(known, model.profile().get())) {
                deeds.enable(known, on);
            }
        });
        edit.setOnAction(_ -> {
            RulesModel.Known known = getItem();
            if (known != null) {
                deeds.edit(known);
            }
        });
        export.setText(texts.get("rules.export"));
        export.setTooltip(new Tooltip(texts.get("rules.export.hint")));
        export.setOnAction(_ -> {
            RulesModel.Known known = getItem();
            if (known != null) {
                deeds.export(known);
            }
        });
        export.setMinWidth(Region.USE_PREF_SIZE);
        edit.setMinWidth(Region.USE_PREF_SIZE);
        matches.setMinWidth(90);
        matches.setAlignment(Pos.CENTER_RIGHT);
        matches.setTooltip(new Tooltip(texts.get("rules.matches.hint")));
        title.setMinWidth(60);
        HBox head = Styles.with(new HBox(title, level, author), "rule-title");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox words = new VBox(head, details);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        line = Styles.with(new HBox(enabled, words, matches, export, edit), "rule-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setPrefWidth(0); // as wide as the list
    }

    @Override
    protected void updateItem(RulesModel.@Nullable Known known, boolean empty) {
        super.updateItem(known, empty);
        if (empty || known == null) {
            setGraphic(null);
            return;
        }
        RuleInfo info = known.info();
        boolean on = RulesModel.enabled(known, model.profile().get());
        enabled.setSelected(on);
        enabled.setAccessibleText(info.title());
        title.setText(info.title());
        String word = info.level().name().toLowerCase(Locale.ROOT);
        level.setText(word);
        level.getStyleClass().setAll("label", "pill", "level-" + word);
        author.setText(info.author().isEmpty() ? "" : texts.get("tuning.rule-by", info.author()));
        String origin = known.file() == null
                ? texts.get("rules.bundled")
                : String.valueOf(known.file().getFileName());
        details.setText(String.join(
                "  ·  ",
                RulesModel.source(known),
                origin,
                info.description().strip().replace('\n', ' ')));
        Integer count = known.rule() == null ? null : model.matches().get().get(known.rule());
        matches.setText(count == null ? Amounts.NONE : Amounts.count(count));
        edit.setText(texts.get(known.file() == null ? "rules.copy" : "rules.edit"));
        pseudoClassStateChanged(OFF, !on);
        setGraphic(line);
    }
}
