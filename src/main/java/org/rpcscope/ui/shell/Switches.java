package org.rpcscope.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.rpcscope.ui.fx.Density;
import org.rpcscope.ui.fx.FontSize;
import org.rpcscope.ui.fx.Theme;
import org.rpcscope.ui.fx.Times;

/**
 * What is switched on in the window.
 *
 * @param zone the name of the zone in which times are written, as {@link Times#named} has it
 * @param tab the view in the centre
 */
record Switches(
        ObjectProperty<Theme> theme,
        ObjectProperty<String> zone,
        ObjectProperty<Density> density,
        ObjectProperty<FontSize> fontSize,
        BooleanProperty sources,
        BooleanProperty inspector,
        ObjectProperty<Tab> tab) {

    static Switches of(Settings settings) {
        return new Switches(
                new SimpleObjectProperty<>(settings.theme()),
                new SimpleObjectProperty<>(settings.zone()),
                new SimpleObjectProperty<>(settings.looks().density()),
                new SimpleObjectProperty<>(settings.looks().fontSize()),
                new SimpleBooleanProperty(settings.panes().sources()),
                new SimpleBooleanProperty(settings.panes().inspector()),
                new SimpleObjectProperty<>(Tab.SESSIONS));
    }

    /** Whether the surfaces are dark: switching it chooses the dark or the light theme. */
    BooleanProperty dark() {
        BooleanProperty dark = new SimpleBooleanProperty(theme.get().isDark());
        theme.subscribe(now -> dark.set(now.isDark()));
        dark.subscribe((_, on) -> {
            if (on != theme.get().isDark()) {
                theme.set(on ? Theme.DARK : Theme.LIGHT);
            }
        });
        return dark;
    }

    /** Whether the theme is the one of high contrast: switching it off leaves the dark one. */
    BooleanProperty contrast() {
        BooleanProperty contrast = new SimpleBooleanProperty(theme.get() == Theme.CONTRAST);
        theme.subscribe(now -> contrast.set(now == Theme.CONTRAST));
        contrast.subscribe((_, on) -> {
            if (on != (theme.get() == Theme.CONTRAST)) {
                theme.set(on ? Theme.CONTRAST : Theme.DARK);
            }
        });
        return contrast;
    }
}
