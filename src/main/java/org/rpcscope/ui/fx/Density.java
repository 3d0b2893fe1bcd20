package org.rpcscope.ui.fx;

import java.util.Locale;

/** How close the lines of tables stand. */
public enum Density {
    COMPACT(21),
    NORMAL(25),
    COMFORTABLE(31);

    private final int height;

    Density(int height) {
        this.height = height;
    }

    /** The last part of the key of its name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The rules that give tables lines of that height, in pixels; none for the one that they have anyway. */
    public String rules() {
        return this == NORMAL ? "" : ".table-view.dense-table { -fx-fixed-cell-size: " + height + "px; }\n";
    }
}
