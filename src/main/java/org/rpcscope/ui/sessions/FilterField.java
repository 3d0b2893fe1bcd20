package org.rpcscope.ui.sessions;

import javafx.scene.control.TextField;
import javafx.scene.control.skin.TextFieldSkin;
import javafx.scene.input.Clipboard;
import org.rpcscope.net.Refang;

/** The line in which a filter is written; what is pasted into it is refanged and becomes one line. JavaFX thread only. */
final class FilterField extends TextField {

    @Override
    public void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasString()) {
            replaceSelection(Refang.text(clipboard.getString()).strip().replaceAll("\\s+", " "));
        }
    }

    /** Where a place of the text stands, in pixels from the left; 0 before the first layout. */
    double x(int place) {
        boolean known = getSkin() instanceof TextFieldSkin && !getText().isEmpty();
        if (!known || !(getSkin() instanceof TextFieldSkin skin)) {
            return 0;
        }
        int last = getText().length() - 1;
        return place > last
                ? skin.getCharacterBounds(last).getMaxX()
                : skin.getCharacterBounds(place).getMinX();
    }
}
