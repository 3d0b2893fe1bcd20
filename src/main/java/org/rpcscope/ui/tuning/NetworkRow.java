package org.rpcscope.ui.tuning;

import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Coverage;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.PrefixSet;
import org.rpcscope.tuning.Fault;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.NetworkList;

/**
 * A line of a list while it is edited. It stays the same object while its content changes, so that the field in which the
 * analyst types is not taken away. JavaFX thread only; needs no toolkit.
 */
public final class NetworkRow {

    /**
     * What would change if the line were switched: off where it is on, on where it is off.
     *
     * @param added how many sessions would be flagged that are not
     * @param removed how many would no longer be flagged
     * @param confirmed how many of those are confirmed
     */
    public record Turn(int added, int removed, int confirmed) {}

    private final NetworkList list;
    private final ReadOnlyObjectWrapper<NetworkEntry> entry;
    private final ReadOnlyObjectWrapper<@Nullable Fault> fault = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Coverage> coverage = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Turn> turn = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Map<NetworkList, Integer>> within = new ReadOnlyObjectWrapper<>(Map.of());
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

    /** What switching it would change, or null while that is unknown. */
    public ReadOnlyObjectProperty<@Nullable Turn> turn() {
        return turn.getReadOnlyProperty();
    }

    /** How many lines of other lists lie within it, where there are any. */
    public ReadOnlyObjectProperty<Map<NetworkList, Integer>> within() {
        return within.getReadOnlyProperty();
    }

    /** Whether the profile that holds has no such line. */
    public ReadOnlyBooleanProperty changed() {
        return changed.getReadOnlyProperty();
    }

    /** Whether one of the networks lies in that of this line. */
    boolean holds(PrefixSet networks) {
        Cidr own = entry.get().network();
        return own != null && networks.networks().stream().anyMatch(own::contains);
    }

    /** Takes what is written in the line now. */
    void write(NetworkEntry next) {
        NetworkEntry before = entry.get();
        if (before != next) {
            if (!before.cidr().equals(next.cidr()) && !Objects.equals(before.network(), next.network())) {
                coverage.set(null);
                turn.set(null);
            }
            entry.set(next);
        }
    }

    /** Takes what is said of it. */
    void take(NetworkReview.Line line) {
        fault.set(line.fault());
        changed.set(line.changed());
        within.set(line.within());
    }

    void cover(Coverage next) {
        coverage.set(next);
    }

    void turn(Turn next) {
        turn.set(next);
    }
}
