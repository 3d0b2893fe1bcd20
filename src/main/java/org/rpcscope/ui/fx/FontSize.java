package org.rpcscope.ui.fx;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large words are written in the window. Our sheets name sizes in pixels for the middle one; the others scale them. */
public enum FontSize {
    SMALL(11),
    NORMAL(12),
    LARGE(14);

    private static final Pattern SIZE = Pattern.compile("(-fx-(?:font|icon)-size: )(\\d+)px");

    private final int pixels; // of plain words

    FontSize(int pixels) {
        this.pixels = pixels;
    }

    /** The last part of the key of its name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How many times as large as another one it is. */
    public double times(FontSize other) {
        return (double) pixels / other.pixels;
    }

    /** One of our own sheets with all sizes of words and icons scaled. */
    public String scaled(String sheet) {
        if (this == NORMAL) {
            return sheet;
        }
        Matcher sizes = SIZE.matcher(sheet);
        return sizes.replaceAll(size -> size.group(1) + scaled(Integer.parseInt(size.group(2))) + "px");
    }

    private int scaled(int size) {
        return Math.round((float) size * pixels / NORMAL.pixels);
    }
}
