package org.rpcscope.ui.fx;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rpcscope.rpc.Stage;

/**
 * The stages of an attack over RPC in one line, those that were reached filled, the others hollow: told apart by shape and
 * weight, colour only helps. JavaFX thread only.
 */
public final class ChainStrip extends HBox {

    private static final PseudoClass REACHED = PseudoClass.getPseudoClass("reached");

    private final Texts texts;
    private final Map<Stage, Part> parts = new EnumMap<>(Stage.class);

    /** One stage: its box, and what the mouse is told over it. */
    private record Part(VBox box, Tooltip hint) {}

    /** A strip on which nothing is reached yet. */
    public ChainStrip(Texts texts) {
        this.texts = texts;
        getStyleClass().add("chain");
        for (Stage stage : Stage.values()) {
            Label word = Styles.label(texts.get("stage." + stage.label() + ".short"), "chain-word");
            VBox box = Styles.with(new VBox(Styles.with(new Region(), "chain-bar"), word), "chain-part");
            HBox.setHgrow(box, Priority.ALWAYS);
            Tooltip hint = new Tooltip();
            hint.setWrapText(true);
            hint.setMaxWidth(320);
            Tooltip.install(box, hint);
            parts.put(stage, new Part(box, hint));
            getChildren().add(box);
        }
        show(Set.of());
    }

    /** Shows which stages were reached. */
    public void show(Set<Stage> reached) {
        show(reached, _ -> "");
    }

    /**
     * Shows which stages were reached.
     *
     * @param why what reached a stage, in words for the tooltip; the empty text where there is nothing to add
     */
    public void show(Set<Stage> reached, Function<Stage, String> why) {
        List<String> names = new ArrayList<>();
        parts.forEach((stage, part) -> {
            boolean is = reached.contains(stage);
            part.box().pseudoClassStateChanged(REACHED, is);
            part.hint().setText(hint(stage, is, is ? why.apply(stage) : ""));
            if (is) {
                names.add(name(stage));
            }
        });
        setAccessibleText(
                names.isEmpty() ? texts.get("chain.none") : texts.get("chain.reached", String.join(", ", names)));
    }

    private String hint(Stage stage, boolean reached, String why) {
        String state = texts.get(reached ? "chain.is-reached" : "chain.not-reached", name(stage));
        return List.of(state, texts.get("stage." + stage.label() + ".words"), why).stream()
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String name(Stage stage) {
        return texts.get("stage." + stage.label());
    }
}
