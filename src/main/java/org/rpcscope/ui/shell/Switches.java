package org.rpcscope.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.rpcscope.ui.fx.Theme;

/**
 * What is switched on in the window.
 *
 * @param dark whether the theme is the dark one
 * @param tab the view in the centre
 */
record Switches(BooleanProperty dark, BooleanProperty sources, BooleanProperty inspector, ObjectProperty<Tab> tab) {

    static Switches of(Settings settings) {
        return new Switches(
                new SimpleBooleanProperty(settings.theme() == Theme.DARK),
                new SimpleBooleanProperty(settings.panes().sources()),
                new SimpleBooleanProperty(settings.panes().inspector()),
                new SimpleObjectProperty<>(Tab.SESSIONS));
    }

    Theme theme() {
        return dark.get() ? Theme.DARK : Theme.LIGHT;
    }
}
