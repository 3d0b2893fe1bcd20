package org.rpcscope.ui.fx;

import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** The style classes and states that more than one view uses. */
public final class Styles {

    public static final String MONO = "mono";
    public static final String MUTED = "muted";
    public static final String SMALL = "small";
    public static final String STRONG = "strong";
    public static final String SECTION = "section-title";
    public static final String ICON_BUTTON = "icon-button";
    public static final String DANGER = "danger";
    public static final String WARNING = "warning";
    public static final String GOOD = "good";

    /** Of a session or a line of evidence that is flagged. */
    public static final PseudoClass FLAGGED = PseudoClass.getPseudoClass("flagged");

    private Styles() {}

    /** The node with more style classes. */
    public static <N extends Node> N with(N node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }

    /** A label with style classes. */
    public static Label label(String text, String... classes) {
        return with(new Label(text), classes);
    }

    /** A label with style classes that breaks into as many lines as it needs. */
    public static Label wrapped(String text, String... classes) {
        Label label = label(text, classes);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE); // or a crowded pane would cut the last lines off
        return label;
    }
}
