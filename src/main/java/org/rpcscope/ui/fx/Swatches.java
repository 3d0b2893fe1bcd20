package org.rpcscope.ui.fx;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.layout.Background;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * Colours of the style sheet for what is painted by the pixel: one invisible region a colour, whose background the sheet
 * sets by its style class. JavaFX thread only; {@link #colours} changes with the theme.
 */
public final class Swatches extends Pane {

    private static final int UNSET = 0xFF808080;

    private final List<Region> regions = new ArrayList<>();
    private final ReadOnlyObjectWrapper<List<Integer>> colours = new ReadOnlyObjectWrapper<>(List.of());

    /** A swatch for each style class. */
    public Swatches(String... classes) {
        setManaged(false);
        setVisible(false);
        for (String each : classes) {
            Region region = Styles.with(new Region(), each);
            regions.add(region);
            region.backgroundProperty().subscribe(_ -> read());
        }
        getChildren().setAll(regions);
        read();
    }

    /** The colours as ARGB, in the order of the style classes. */
    public ReadOnlyObjectProperty<List<Integer>> colours() {
        return colours.getReadOnlyProperty();
    }

    /** A colour that may be translucent, as it looks over an opaque one. */
    public static int over(int colour, int below) {
        int alpha = colour >>> 24;
        int mixed = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int upper = colour >>> shift & 0xFF;
            int lower = below >>> shift & 0xFF;
            mixed = mixed << 8 | (upper * alpha + lower * (255 - alpha)) / 255;
        }
        return mixed;
    }

    private void read() {
        colours.set(regions.stream().map(Swatches::argb).toList());
    }

    private static int argb(Region region) {
        Background background = region.getBackground();
        if (background == null
                || background.getFills().isEmpty()
                || !(background.getFills().getFirst().getFill() instanceof Color colour)) {
            return UNSET;
        }
        return (int) Math.round(colour.getOpacity() * 255) << 24
                | (int) Math.round(colour.getRed() * 255) << 16
                | (int) Math.round(colour.getGreen() * 255) << 8
                | (int) Math.round(colour.getBlue() * 255);
    }
}
