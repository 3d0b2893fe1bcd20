package org.rpcscope.ui.sessions;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.rpcscope.filter.Field;
import org.rpcscope.filter.Filter;
import org.rpcscope.filter.FilterEdit;
import org.rpcscope.filter.KeptFilters;

/** The filter as it is written, and as it holds. JavaFX thread only; needs no toolkit. */
public final class FilterModel {

    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Filter> written = new ReadOnlyObjectWrapper<>(Filter.EMPTY);
    private final ReadOnlyObjectWrapper<Filter> applied = new ReadOnlyObjectWrapper<>(Filter.EMPTY);

    private final FilterHistory history = new FilterHistory();
    private final SavedFilters saved = new SavedFilters();
    private final ReadOnlyBooleanWrapper savable = new ReadOnlyBooleanWrapper();

    FilterModel() {
        text.subscribe(this::read);
    }

    /** The text, which the analyst writes and other parts of the window change. Never null. */
    public StringProperty text() {
        return text;
    }

    /** The text as it was read, with its faults. */
    ReadOnlyObjectProperty<Filter> written() {
        return written.getReadOnlyProperty();
    }

    /** The newest text without a fault: while a word is wrong, the sessions stay as they were. */
    public ReadOnlyObjectProperty<Filter> applied() {
        return applied.getReadOnlyProperty();
    }

    private void read(String now) {
        Filter filter = Filter.parse(now);
        written.set(filter);
        savable.set(filter.valid() && !now.isBlank());
        if (filter.valid() && !filter.query().equals(applied.get().query())) {
            applied.set(filter);
        }
    }

    /** Only sessions with the value as well. */
    public void include(Field field, String value) {
        change(FilterEdit.include(text.get(), field, value));
    }

    /** Only sessions without the value as well. */
    public void exclude(Field field, String value) {
        change(FilterEdit.exclude(text.get(), field, value));
    }

    /** Every session with the value, and nothing else. */
    public void only(Field field, String value) {
        change(FilterEdit.only(field, value));
    }

    /** The value in place of what the filter asks of the field. */
    public void replace(Field field, String value) {
        change(FilterEdit.replace(text.get(), field, value));
    }

    /** One value of the field more among those of which one is enough, or one less. */
    public void toggle(Field field, String value) {
        change(FilterEdit.toggle(text.get(), field, value));
    }

    /** Nothing is asked of the field any more; what it must not be stays. */
    public void without(Field field) {
        change(FilterEdit.without(text.get(), field));
    }

    /** No narrowing any more. */
    public void clear() {
        change("");
    }

    /** What is written now is kept, before it is changed and after. */
    private void change(String next) {
        settle();
        text.set(next);
        settle();
    }

    /** Keeps what is written as a filter to go back to, where it is without a fault. */
    void settle() {
        if (written.get().valid()) {
            history.settle(text.get());
        }
    }

    /** The filter before the present one again; from a text with a fault, the one that holds. */
    public void back() {
        boolean half = !written.get().valid();
        settle();
        text.set(half ? history.now() : history.back());
    }

    /** The filter that was left by going back. */
    public void on() {
        settle();
        text.set(history.on());
    }

    /** The filters that have names. */
    public SavedFilters saved() {
        return saved;
    }

    /** Whether there is a filter without a fault that can be given a name. */
    public ReadOnlyBooleanProperty savable() {
        return savable.getReadOnlyProperty();
    }

    /** Another filter in place of what is written. */
    public void apply(String next) {
        change(next);
    }

    /** What is kept of all of this when the window is gone. */
    public KeptFilters kept() {
        return new KeptFilters(saved.all().get(), history.recent());
    }

    /** Takes what was kept, in place of what there is. */
    public void restore(KeptFilters kept) {
        saved.restore(kept.saved());
        history.restore(kept.recent());
    }

    /** The filters that held, the newest first. */
    List<String> recent() {
        return history.recent();
    }
}
