package org.rpcscope.ui.overview;

import javafx.beans.value.ObservableValue;
import org.rpcscope.filter.Field;

/** The filter of the table, as the overview changes it. JavaFX thread only. */
public interface Narrowing {

    /** Its text. */
    ObservableValue<String> text();

    /** One value of a field more among those of which one is enough, or one less. */
    void toggle(Field field, String value);

    void include(Field field, String value);

    void exclude(Field field, String value);

    void only(Field field, String value);

    /** The value in place of what is asked of the field. */
    void replace(Field field, String value);

    /** Nothing is asked of the field any more. */
    void without(Field field);
}
