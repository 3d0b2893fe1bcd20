package org.rpcscope.ui.fx;

import javafx.scene.control.TableColumn;

/**
 * A column of addresses, which is as wide as the longest one among the first lines until the analyst sets a width. JavaFX
 * thread only.
 */
public final class FittedColumn {

    private static final double CHARACTER = 6.65; // of the fixed font at the size of the style sheet
    private static final double MARGIN = 15;
    private static final int SHORTEST = 15;

    private final TableColumn<?, ?> column;
    private double untouched;
    private int fitted;

    public FittedColumn(TableColumn<?, ?> column) {
        this.column = column;
        this.untouched = column.getPrefWidth();
    }

    /** Makes room for so many characters. */
    public void fit(int longest) {
        int wanted = Math.max(SHORTEST, longest);
        if (longest == 0 || wanted == fitted) {
            return;
        }
        fitted = wanted;
        double width = wanted * CHARACTER + MARGIN;
        if (Math.abs(column.getPrefWidth() - untouched) < 1 && Math.abs(column.getWidth() - untouched) < 1) {
            column.setPrefWidth(width);
        }
        untouched = width;
    }
}
