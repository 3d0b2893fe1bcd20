package org.rpcscope.ui.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.rpcscope.sigma.Explanation;
import org.rpcscope.sigma.Value;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** Draws why a rule matches or does not: each part on a line of its own, with a mark and the value that decided it. */
final class Explanations {

    private static final double INDENT = 14;
    private static final int DEEPEST = 12;
    private static final int MOST = 200;

    private final Texts texts;
    private final List<Node> lines = new ArrayList<>();

    private Explanations(Texts texts) {
        this.texts = texts;
    }

    /** The lines of an explanation; of a huge one the first. */
    static List<Node> lines(Explanation explanation, Texts texts) {
        Explanations drawn = new Explanations(texts);
        drawn.add(explanation, 0);
        if (drawn.lines.size() >= MOST) {
            drawn.lines.add(Styles.label(texts.get("why.more"), Styles.MUTED, Styles.SMALL));
        }
        return List.copyOf(drawn.lines);
    }

    private void add(Explanation part, int depth) {
        if (lines.size() >= MOST || depth > DEEPEST) {
            return;
        }
        switch (part) {
            case Explanation.All(List<Explanation> parts, boolean holds) -> {
                line(holds, texts.get("why.all"), "", depth);
                parts.forEach(each -> add(each, depth + 1));
            }
            case Explanation.Any(List<Explanation> parts, boolean holds) -> {
                line(holds, texts.get("why.any"), "", depth);
                parts.forEach(each -> add(each, depth + 1));
            }
            case Explanation.None none -> {
                line(none.holds(), texts.get("why.none"), "", depth);
                add(none.part(), depth + 1);
            }
            case Explanation.Search(String name, Explanation inner) -> {
                line(inner.holds(), name, "", depth);
                add(inner, depth + 1);
            }
            case Explanation.Constant(boolean holds) ->
                line(holds, texts.get(holds ? "why.always" : "why.never"), "", depth);
            case Explanation.Asked asked -> line(asked.holds(), asked.question(), reason(asked), depth);
        }
    }

    private String reason(Explanation.Asked asked) {
        String key =
                "why.reason." + asked.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Value decided = asked.decided();
        String values = decided != null
                ? word(decided)
                : asked.values().stream().limit(5).map(Explanations::word).collect(Collectors.joining(", "));
        return texts.get(key, values);
    }

    private static String word(Value value) {
        String text = value.text();
        if (text == null) {
            return "null";
        }
        return text.length() > 120 ? text.substring(0, 120) + "…" : text;
    }

    private void line(boolean holds, String words, String reason, int depth) {
        FontIcon icon = Styles.with((holds ? Icon.DONE : Icon.CANCEL).node(), holds ? "why-holds" : "why-fails");
        icon.setAccessibleText(texts.get(holds ? "why.holds" : "why.fails"));
        Label mark = new Label("", icon);
        mark.setMinWidth(16);
        VBox said = new VBox(Styles.wrapped(words, reason.isEmpty() ? Styles.STRONG : Styles.MONO));
        if (!reason.isEmpty()) {
            said.getChildren().add(Styles.wrapped(reason, Styles.MUTED, Styles.SMALL));
        }
        HBox.setHgrow(said, Priority.ALWAYS);
        HBox line = Styles.with(new HBox(mark, said), "why-line");
        line.setPadding(new Insets(0, 0, 0, depth * INDENT));
        lines.add(line);
    }
}
