package org.rpcscope.ui.sessions;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.rpcscope.filter.Filter;
import org.rpcscope.ui.fx.Styles;

/**
 * What is wrong with a filter: a line under each word that is not understood, and below the first one the reason, over
 * whatever stands there, so that nothing moves. JavaFX thread only.
 */
final class FilterFaults {

    private static final int SHOWN = 5;
    private static final double SHORTEST = 6;

    private final FilterField field;
    private final Label reason = Styles.label("", "filter-fault");
    private final Pane node = Styles.with(new Pane(), "filter-faults");
    private List<Filter.Fault> faults = List.of();

    FilterFaults(FilterField field) {
        this.field = field;
        reason.setId("filter-fault");
        reason.setAccessibleRole(AccessibleRole.TEXT);
        node.setMouseTransparent(true);
        node.setManaged(false);
    }

    Pane node() {
        return node;
    }

    void show(List<Filter.Fault> next) {
        faults = next;
        place();
    }

    /** Puts the lines where the words stand now. */
    void place() {
        List<Region> lines = new ArrayList<>();
        double left = field.getBoundsInParent().getMinX();
        double bottom = field.getBoundsInParent().getMaxY();
        for (Filter.Fault fault : faults.subList(0, Math.min(SHOWN, faults.size()))) {
            double from = field.x(fault.from());
            double to = field.x(fault.to());
            Region line = Styles.with(new Region(), "filter-underline");
            line.resizeRelocate(left + from, bottom - 4, Math.max(SHORTEST, to - from), 2);
            line.setManaged(false);
            lines.add(line);
        }
        node.getChildren().setAll(lines);
        if (!faults.isEmpty()) {
            reason.setText(faults.getFirst().reason());
            reason.setLayoutX(left + field.x(faults.getFirst().from()));
            reason.setLayoutY(bottom + 6);
            node.getChildren().add(reason);
        }
    }
}
