package org.rpcscope.ui.tuning;

import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Coverage;
import org.rpcscope.tuning.NetworkEntry;

/**
 * A line of a list while it is edited. It stays the same object while its content changes, so that the field in which the
 * analyst types is not taken away. JavaFX thread only; needs no toolkit.
 */
public final class NetworkRow {

    /**
     * What is wrong with a line.
     *
     * @param sentence in words for the analyst
     * @param suggestion the text that was probably meant, or null
     */
    public record Fault(String sentence, @Nullable String suggestion) {}

    private final NetworkList list;
    private final ReadOnlyObjectWrapper<NetworkEntry> entry;
    private final ReadOnlyObjectWrapper<@Nullable Fault> fault = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Coverage> coverage = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();

    NetworkRow(NetworkList list, NetworkEntry entry) {
        this.list = list;
        this.entry = new ReadOnlyObjectWrapper<>(entry);
    }

    NetworkList list() {
        return list;
    }

    /** What is written in the line. */
    public ReadOnlyObjectProperty<NetworkEntry> entry() {
        return entry.getReadOnlyProperty();
    }

    /** What is wrong with it, or null. */
    public ReadOnlyObjectProperty<@Nullable Fault> fault() {
        return fault.getReadOnlyProperty();
    }

    /** What it covers of the sessions, or null while that is unknown. */
    public ReadOnlyObjectProperty<@Nullable Coverage> coverage() {
        return coverage.getReadOnlyProperty();
    }

    /** Whether the profile that holds has no such line. */
    public ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    void write(NetworkEntry next, @Nullable Fault wrong, boolean differs) {
        if (!Objects.equals(next.network(), entry.get().network())) {
            coverage.set(null);
        }
        entry.set(next);
        fault.set(wrong);
        changed.set(differs);
    }

    void cover(Coverage next) {
        coverage.set(next);
    }
}
