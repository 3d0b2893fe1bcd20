package org.rpcscope.ui.sessions;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.rpcscope.overview.Group;
import org.rpcscope.session.Tier;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Mark;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.fx.Times;

/**
 * What stands on the line of a group, over all columns: they are the columns of a session, and a group has other things to
 * say. JavaFX thread only.
 */
final class GroupHead extends HBox {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");

    /** Characters of a date, as {@link Times#minutes} begins. */
    private static final int DAY = 10;

    private static final int YEAR = 4;

    /** As far from the left as this, a click opens the group. */
    static final double ARROW = 24;

    private final Texts texts;
    private final Region arrow = Styles.with(new Region(), "group-arrow");
    private final Mark mark = new Mark();
    private final Label tier = fixed(72);
    private final Label score = fixed(26, Styles.MONO, "number");
    private final Label key = Styles.label("", Styles.MONO, Styles.STRONG);
    private final Label sessions = fixed(92, "number");
    private final Label flagged = fixed(78, "number", "group-flagged");
    private final Label bytes = fixed(58, Styles.MONO, "number");
    private final Label span = fixed(170, Styles.MONO, Styles.MUTED, Styles.SMALL);

    GroupHead(Texts texts) {
        this.texts = texts;
        getStyleClass().add("group-head");
        setManaged(false);
        setMouseTransparent(true);
        setAlignment(Pos.CENTER_LEFT);
        StackPane place = new StackPane(arrow);
        place.setMinWidth(ARROW - 8);
        HBox.setHgrow(key, Priority.ALWAYS);
        key.setMaxWidth(Double.MAX_VALUE);
        key.setMinWidth(60);
        getChildren().addAll(place, mark, tier, score, key, sessions, flagged, bytes, span);
    }

    private static Label fixed(double width, String... styles) {
        Label label = Styles.label("", styles);
        label.setMinWidth(width);
        label.setPrefWidth(width);
        label.setMaxWidth(width);
        return label;
    }

    void show(GroupRow row) {
        Group group = row.group();
        arrow.pseudoClassStateChanged(OPEN, row.open());
        Tier its = group.tier();
        mark.show(its.label());
        tier.setText(its.label());
        score.setText(row.flagged() ? String.valueOf(group.score()) : "");
        key.setText(row.key());
        sessions.setText(texts.count("sessions.group.sessions", group.sessions()));
        flagged.setText(row.flagged() ? texts.get("sessions.group.flagged", Amounts.count(group.flagged())) : "");
        bytes.setText(Amounts.bytes(group.bytes()));
        span.setText(span(texts.times().get(), group));
        List<Label> muted = List.of(tier, score, sessions, bytes);
        muted.forEach(label -> label.pseudoClassStateChanged(Styles.FLAGGED, row.flagged()));
        mark.pseudoClassStateChanged(Styles.FLAGGED, row.flagged());
    }

    /** From the first to the last, as far as there is room: of one day to the minute, of several years to the day. */
    private static String span(Times times, Group group) {
        String first = times.minutes(group.first());
        String last = times.minutes(group.last());
        if (first.equals(last)) {
            return first;
        }
        if (first.regionMatches(0, last, 0, DAY)) {
            return first + " – " + last.substring(DAY + 1);
        }
        return first.regionMatches(0, last, 0, YEAR)
                ? first.substring(YEAR + 1) + " – " + last.substring(YEAR + 1)
                : first.substring(0, DAY) + " – " + last.substring(0, DAY);
    }

    /** All that there is to say of when it was. */
    static String exactly(Times times, Group group) {
        return times.exact(group.first()) + " – " + times.exact(group.last());
    }
}
