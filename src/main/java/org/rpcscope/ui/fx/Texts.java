package org.rpcscope.ui.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The words of the window, by key, and how it writes times. Words: any thread; the rest: JavaFX thread only. */
public final class Texts {

    private static final String BUNDLE = "org.rpcscope.ui.messages";

    private final ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);

    private final ReadOnlyObjectWrapper<Times> times = new ReadOnlyObjectWrapper<>(Times.UTC);

    /** How every surface writes moments now. */
    public ReadOnlyObjectProperty<Times> times() {
        return times.getReadOnlyProperty();
    }

    /** Writes all moments in another zone from now on. */
    public void times(Times next) {
        times.set(next);
    }

    /** The name of something in time, with the zone behind it. */
    public String zoned(String key) {
        return get("times.zoned", get(key), times.get().label());
    }

    /** The text of a key; a key that has none is a defect. */
    public String get(String key) {
        return bundle.getString(key);
    }

    /** The text of a key with {@code {0}}, {@code {1}} … filled in. Numbers come as text, written by {@link Amounts}. */
    public String get(String key, String... parts) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(parts);
    }

    /** The text for so many of something: the key with {@code .one} or {@code .other}, the number filled in. */
    public String count(String key, long number) {
        return get(key + (number == 1 ? ".one" : ".other"), Amounts.count(number));
    }

    /** The text of a key that not every thing of its kind has, or the empty text. */
    public String orEmpty(String key) {
        return bundle.containsKey(key) ? bundle.getString(key) : "";
    }
}
