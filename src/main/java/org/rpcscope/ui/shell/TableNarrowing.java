package org.rpcscope.ui.shell;

import javafx.beans.value.ObservableValue;
import org.rpcscope.filter.Field;
import org.rpcscope.ui.overview.Narrowing;
import org.rpcscope.ui.sessions.FilterModel;

/** Lets the overview change the filter of the table. JavaFX thread only. */
record TableNarrowing(FilterModel filter) implements Narrowing {

    @Override
    public ObservableValue<String> text() {
        return filter.text();
    }

    @Override
    public void toggle(Field field, String value) {
        filter.toggle(field, value);
    }

    @Override
    public void include(Field field, String value) {
        filter.include(field, value);
    }

    @Override
    public void exclude(Field field, String value) {
        filter.exclude(field, value);
    }

    @Override
    public void only(Field field, String value) {
        filter.only(field, value);
    }

    @Override
    public void replace(Field field, String value) {
        filter.replace(field, value);
    }

    @Override
    public void without(Field field) {
        filter.without(field);
    }
}
