package org.rpcscope.ui.hosts;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.RelatedEvents;
import org.rpcscope.session.Session;
import org.rpcscope.sigma.RuleInfo;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Mark;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** A line of the story: when, what, about what, what is new in it, and who. */
final class StoryCell extends ListCell<StoryLine> {

    private final Texts texts;
    private final Label time = Styles.label("", Styles.MONO, Styles.MUTED, "story-time");
    private final Mark tier = new Mark();
    private final StackPane sign = Styles.with(new StackPane(), "story-sign");
    private final Label what = Styles.label("", "story-what");
    private final Label about = Styles.label("", Styles.MUTED);
    private final Label pill = Styles.label("", "pill");
    private final Label who = Styles.label("", Styles.MUTED, "story-who");
    private final HBox node;

    StoryCell(Texts texts) {
        this.texts = texts;
        about.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(about, Priority.ALWAYS);
        pill.setMinWidth(Region.USE_PREF_SIZE);
        node = Styles.with(new HBox(time, sign, what, about, pill, who), "story-line");
        node.setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("story-cell");
        setPrefWidth(0); // as wide as the list, not as its longest text
    }

    @Override
    protected void updateItem(@Nullable StoryLine line, boolean empty) {
        super.updateItem(line, empty);
        boolean filled = line != null && !empty;
        setGraphic(filled ? node : null);
        if (line == null || !filled) {
            setAccessibleText(null);
            return;
        }
        time.setText(texts.times().get().millis(line.time()));
        switch (line) {
            case StoryLine.Spoke spoke -> show(spoke);
            case StoryLine.Happened(RelatedEvents.Related event) -> show(event);
        }
        setAccessibleText(Stream.of(time, what, about, pill, who)
                .map(Label::getText)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", ")));
    }

    private void show(StoryLine.Spoke spoke) {
        Session.Ends ends = spoke.session().ends();
        tier.show(spoke.session().tier().label());
        sign.getChildren().setAll(tier);
        what.setText(
                spoke.opened()
                        ? "→ " + ends.destination() + ":" + ends.destinationPort()
                        : "← " + ends.source() + " :" + ends.destinationPort());
        pseudoClassStateChanged(Styles.FLAGGED, spoke.flagged());
        about.setText(String.join(", ", spoke.operations()));
        who.setText(String.join(", ", spoke.users()));
        String novelty = spoke.firstUser() ? "hosts.story.first-user" : "hosts.story.first-peer";
        pill(spoke.firstUser() || spoke.firstPeer() ? texts.get(novelty) : "", "pill-new");
    }

    private void show(RelatedEvents.Related event) {
        sign.getChildren().setAll(Icon.RECORD.node());
        String code = event.kind().code();
        what.setText(code.isEmpty() ? event.kind().label() : event.kind().label() + " · " + code);
        pseudoClassStateChanged(Styles.FLAGGED, !event.rules().isEmpty());
        RuleInfo worst = event.rules().stream()
                .max(Comparator.comparing(RuleInfo::level))
                .orElse(null);
        List<String> parts = worst == null ? List.of(event.subject()) : List.of(worst.title(), event.subject());
        about.setText(parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" · ")));
        who.setText(event.user() == null ? "" : event.user());
        String level = worst == null ? "" : worst.level().name().toLowerCase(Locale.ROOT);
        pill(level, "level-" + level);
    }

    private void pill(String words, String style) {
        pill.setText(words);
        pill.setVisible(!words.isEmpty());
        pill.setManaged(!words.isEmpty());
        pill.getStyleClass().setAll("label", "pill", style);
    }
}
