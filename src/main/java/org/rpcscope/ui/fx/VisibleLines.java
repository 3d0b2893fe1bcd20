package org.rpcscope.ui.fx;

import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import org.jspecify.annotations.Nullable;

/** The lines of a table that are in view: all that is looked at of a table of any length. JavaFX thread only. */
public final class VisibleLines {

    /** So many lines stand above one that was brought into view. */
    private static final int ABOVE = 4;

    private final TableView<?> table;

    public VisibleLines(TableView<?> table) {
        this.table = table;
    }

    /** The topmost line in view. */
    public int top() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
        return first == null ? 0 : first.getIndex();
    }

    /** Moves as far as it takes to bring a line into view: one that is near stays near where it is. */
    public void show(int line) {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> last = flow == null ? null : flow.getLastVisibleCell();
        if (line <= top() || (last != null && line >= last.getIndex())) {
            table.scrollTo(Math.max(0, line - ABOVE));
        }
    }

    /** Moves on by so many lines, back where it is negative. */
    public void move(int lines) {
        VirtualFlow<?> flow = flow();
        if (lines != 0 && flow != null) {
            flow.scrollPixels(lines * table.getFixedCellSize());
        }
    }

    /** Asks for the lines in view again. */
    public void refresh() {
        VirtualFlow<?> flow = flow();
        IndexedCell<?> first = flow == null ? null : flow.getFirstVisibleCell();
        IndexedCell<?> last = flow == null ? null : flow.getLastVisibleCell();
        if (flow == null || first == null || last == null) {
            return;
        }
        for (int line = first.getIndex(); line <= last.getIndex(); line++) {
            IndexedCell<?> row = flow.getVisibleCell(line);
            if (row != null) {
                row.updateIndex(line);
                for (Node child : row.getChildrenUnmodifiable()) {
                    if (child instanceof TableCell<?, ?> cell) {
                        cell.updateIndex(line);
                    }
                }
            }
        }
    }

    private @Nullable VirtualFlow<?> flow() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow ? flow : null;
    }
}
