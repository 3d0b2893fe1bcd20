package org.rpcscope.ui.hosts;

import java.util.Set;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.ChainStrip;
import org.rpcscope.ui.fx.Texts;

/** The stages that a host reached, as a strip. */
final class StagesCell extends TableCell<HostLine, HostLine> {

    private final ChainStrip strip;

    StagesCell(Texts texts) {
        strip = new ChainStrip(texts);
        getStyleClass().addAll("dense-cell", "stages-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void updateItem(@Nullable HostLine line, boolean empty) {
        super.updateItem(line, empty);
        boolean filled = line != null && !empty;
        setGraphic(filled ? strip : null);
        if (line != null && filled) {
            strip.show(Set.copyOf(line.host().stages()));
        }
    }
}
