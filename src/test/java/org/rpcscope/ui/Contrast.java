package org.rpcscope.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/** How well a word can be read: the contrast of its colour with what is painted behind it, as WCAG 2 defines it. */
final class Contrast {

    private Contrast() {}

    /** From 1, where nothing can be seen, to 21, black on white. JavaFX thread. */
    static double ratio(Node word) {
        Color ground = Color.BLACK;
        for (Region region : behind(word)) {
            if (region.getBackground() != null) {
                for (BackgroundFill fill : region.getBackground().getFills()) {
                    ground = fill.getFill() instanceof Color colour ? over(colour, ground) : ground;
                }
            }
        }
        Color ink = ((Text) word).getFill() instanceof Color colour ? over(colour, ground) : ground;
        double a = luminance(ink) + 0.05;
        double b = luminance(ground) + 0.05;
        return Math.round(100 * Math.max(a, b) / Math.min(a, b)) / 100.0;
    }

    /** What a word stands in, the outermost first. */
    private static List<Region> behind(Node word) {
        List<Region> regions = new ArrayList<>();
        for (Node part = word.getParent(); part != null; part = part.getParent()) {
            if (part instanceof Region region) {
                regions.addFirst(region);
            }
        }
        return regions;
    }

    private static Color over(Color upper, Color lower) {
        Color opaque = Color.color(upper.getRed(), upper.getGreen(), upper.getBlue());
        return lower.interpolate(opaque, upper.getOpacity());
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.03928 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
