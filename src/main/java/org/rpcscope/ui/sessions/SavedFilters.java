package org.rpcscope.ui.sessions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.rpcscope.filter.SavedFilter;

/** The filters that have names, each name once, in the order of the names. JavaFX thread only; needs no toolkit. */
public final class SavedFilters {

    private final ReadOnlyObjectWrapper<List<SavedFilter>> all = new ReadOnlyObjectWrapper<>(List.of());

    public ReadOnlyObjectProperty<List<SavedFilter>> all() {
        return all.getReadOnlyProperty();
    }

    /** Puts others in their place. */
    void restore(List<SavedFilter> next) {
        all.set(List.of());
        next.forEach(this::put);
    }

    /** Gives a filter a name; what had it has it no more. */
    void save(String name, String text) {
        String kept = SavedFilter.name(name);
        if (!kept.isEmpty() && !text.isBlank()) {
            put(new SavedFilter(kept, text.strip()));
        }
    }

    /** Gives a filter another name; what had that has it no more. */
    void rename(SavedFilter filter, String name) {
        String kept = SavedFilter.name(name);
        if (!kept.isEmpty() && all.get().contains(filter)) {
            delete(filter);
            put(new SavedFilter(kept, filter.text()));
        }
    }

    void delete(SavedFilter filter) {
        all.set(all.get().stream().filter(each -> !each.equals(filter)).toList());
    }

    private void put(SavedFilter filter) {
        List<SavedFilter> next = new ArrayList<>(all.get());
        next.removeIf(each -> each.name().equals(filter.name()));
        next.add(filter);
        next.sort(Comparator.<SavedFilter, String>comparing(SavedFilter::name, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(SavedFilter::name));
        all.set(List.copyOf(next));
    }
}
