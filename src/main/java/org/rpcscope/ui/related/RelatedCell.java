package org.rpcscope.ui.related;

import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rpcscope.detect.RelatedEvents;
import org.rpcscope.sigma.RuleInfo;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** An event in three lines of text: how long before or after and what; about what; when, where and who. */
final class RelatedCell extends ListCell<RelatedLine> {

    private static final PseudoClass MATCHED = PseudoClass.getPseudoClass("matched");
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final Texts texts;
    private final Label distance = Styles.label("", Styles.MONO, Styles.MUTED, "related-distance");
    private final Label kind = Styles.label("", Styles.STRONG);
    private final Label level = Styles.label("", "pill");
    private final Label subject = new Label();
    private final Label meta = Styles.label("", Styles.MUTED, Styles.SMALL);
    private final VBox node;

    RelatedCell(Texts texts) {
        this.texts = texts;
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        level.setMinWidth(Region.USE_PREF_SIZE);
        node = new VBox(Styles.with(new HBox(distance, kind, space, level), "related-head"), subject, meta);
        getStyleClass().add("related");
        setPrefWidth(0); // as wide as the list, not as its longest text
    }

    @Override
    protected void updateItem(RelatedLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        pseudoClassStateChanged(MATCHED, false);
        pseudoClassStateChanged(HERE, line instanceof RelatedLine.Here);
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        setGraphic(node);
        switch (line) {
            case RelatedLine.Here(long time) -> {
                show(distance, "");
                kind.setText(texts.get("related.here"));
                level.setVisible(false);
                show(subject, "");
                meta.setText(texts.times().get().exact(time));
            }
            case RelatedLine.Happened(RelatedEvents.Related event, long after) -> show(event, after);
        }
    }

    private void show(RelatedEvents.Related event, long after) {
        show(distance, (after < 0 ? "−" : "+") + Amounts.duration(Math.abs(after)));
        kind.setText(
                event.kind().code().isEmpty()
                        ? event.kind().label()
                        : event.kind().label() + " · " + event.kind().code());
        pseudoClassStateChanged(MATCHED, !event.rules().isEmpty());
        level.setVisible(!event.rules().isEmpty());
        RuleInfo worst = event.rules().stream()
                .max(Comparator.comparing(RuleInfo::level))
                .orElse(null);
        if (worst != null) {
            mark(worst);
        }
        int others = event.rules().size() - 1;
        String rule = worst == null ? "" : others == 0 ? worst.title() : worst.title() + " +" + others;
        show(
                subject,
                Stream.of(rule, event.subject()).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · ")));
        meta.setText(Stream.of(texts.times().get().millis(event.time()), event.host(), event.user())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · ")));
    }

    private static void show(Label label, String text) {
        label.setText(text);
        label.setManaged(!text.isEmpty());
        label.setVisible(!text.isEmpty());
    }

    private void mark(RuleInfo rule) {
        String name = rule.level().name().toLowerCase(Locale.ROOT);
        level.setText(name);
        level.getStyleClass().removeIf(style -> style.startsWith("level-"));
        level.getStyleClass().add("level-" + name);
    }
}
