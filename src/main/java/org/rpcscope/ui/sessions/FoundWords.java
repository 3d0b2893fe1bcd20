package org.rpcscope.ui.sessions;

import javafx.scene.shape.Path;
import javafx.scene.text.Text;

/** What lies behind the words of a cell that were looked for. JavaFX thread only. */
final class FoundWords extends Path {

    FoundWords() {
        getStyleClass().add("found-words");
        setManaged(false);
        setMouseTransparent(true);
    }

    /**
     * Lies behind each place of a text, upper and lower case alike.
     *
     * @param text in the cell, as far as there is room for it
     * @return whether there is such a place
     */
    boolean lieBehind(Text text, String sought) {
        getElements().clear();
        setLayoutX(text.getLayoutX());
        setLayoutY(text.getLayoutY());
        String words = text.getText();
        for (int at = 0; at + sought.length() <= words.length(); at++) {
            if (words.regionMatches(true, at, sought, 0, sought.length())) {
                getElements().addAll(text.rangeShape(at, at + sought.length()));
                at += sought.length() - 1;
            }
        }
        return !getElements().isEmpty();
    }
}
