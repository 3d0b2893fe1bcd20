package org.rpcscope.ui.fx;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * What the values of a choice are called. They are chosen and never typed: no text is a value.
 *
 * @param <T> what there is to choose from
 */
public final class ShownAs<T> extends StringConverter<T> {

    private final Function<T, String> words;

    public ShownAs(Function<T, String> words) {
        this.words = words;
    }

    @Override
    public String toString(@Nullable T value) {
        return value == null ? "" : words.apply(value);
    }

    @Override
    public @Nullable T fromString(String text) {
        return null;
    }
}
