package org.rpcscope.ui.fx;

import javafx.scene.layout.Region;

/**
 * A small shape that stands for a tier beside its word. Shape and colour come from the style sheet, by the tier's label:
 * a full disc, a half one, a broken ring, a crossed box; so that it can be told without colour.
 */
public final class Mark extends Region {

    private static final double SIZE = 11;

    /** A mark that stands for nothing yet. */
    public Mark() {
        getStyleClass().add("mark");
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        setCache(true); // a dashed ring costs a painter without a graphics card more than all words of its line
    }

    /** The mark of a tier's label. */
    public Mark(String label) {
        this();
        show(label);
    }

    /** Takes the shape for a label, such as {@code confirmed}. */
    public void show(String label) {
        String wanted = "mark-" + label;
        if (getStyleClass().size() != 2 || !getStyleClass().get(1).equals(wanted)) {
            getStyleClass().setAll("mark", wanted);
        }
    }
}
