package org.rpcscope.ui.fx;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the window, by key. Immutable; any thread. */
public final class Texts {

    private static final String BUNDLE = "org.rpcscope.ui.messages";

    private final ResourceBundle bundle = ResourceBundle.getBundle(BUNDLE, Locale.ROOT);

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
