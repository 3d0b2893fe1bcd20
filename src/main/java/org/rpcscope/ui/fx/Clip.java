package org.rpcscope.ui.fx;

import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/** The system's clipboard. JavaFX thread only. */
@FunctionalInterface
public interface Clip {

    /** Puts plain text on the clipboard. */
    void copy(String text);

    /** The clipboard of the desktop. */
    static Clip system() {
        return text -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
