package org.rpcscope.ui.fx;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The pictures of the window, by what they stand for. Their colour and size come from the style sheet. */
public enum Icon {
    OPEN(Feather.FOLDER),
    FOLLOW(Feather.EYE),
    SAMPLE(Feather.PLAY_CIRCLE),
    SAVE(Feather.SAVE),
    SAVED(Feather.BOOKMARK),
    LIGHT(Feather.SUN),
    DARK(Feather.MOON),
    COLUMNS(Feather.COLUMNS),
    GROUPS(Feather.LAYERS),
    TUNING(Feather.SLIDERS),
    SOURCES(Feather.SIDEBAR),
    INSPECTOR(Feather.INFO),
    COPY(Feather.COPY),
    UNDO(Feather.CORNER_UP_LEFT),
    REDO(Feather.CORNER_UP_RIGHT),
    ADD(Feather.PLUS),
    REMOVE(Feather.TRASH_2),
    CANCEL(Feather.X),
    WARNING(Feather.ALERT_TRIANGLE),
    FAILED(Feather.ALERT_OCTAGON),
    DONE(Feather.CHECK),
    COLLAPSE(Feather.CHEVRON_DOWN),
    EXPAND(Feather.CHEVRON_UP),
    HELP(Feather.HELP_CIRCLE),
    DROP(Feather.DOWNLOAD),
    SPLIT(Feather.SCISSORS),
    JOIN(Feather.GIT_MERGE),
    PASTE(Feather.CLIPBOARD),
    READ(Feather.LOG_IN),
    WRITE(Feather.UPLOAD),
    NOTHING(Feather.SHIELD),
    SEARCHING(Feather.SEARCH),
    RECORD(Feather.FILE_TEXT);

    private final Feather glyph;

    Icon(Feather glyph) {
        this.glyph = glyph;
    }

    /** A new node that shows the picture. */
    public FontIcon node() {
        return new FontIcon(glyph);
    }
}
