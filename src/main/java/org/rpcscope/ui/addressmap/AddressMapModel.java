package org.rpcscope.ui.addressmap;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.rpcscope.addressmap.AddressCounts;
import org.rpcscope.addressmap.Icicle;
import org.rpcscope.addressmap.Raster;
import org.rpcscope.addressmap.Viewport;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.net.PrefixSet;

/** What the map shows. JavaFX thread only; needs no toolkit. */
public final class AddressMapModel {

    /** A cell of the map: its column and its row, counted from below. */
    public record Cell(int column, int row) {}

    /**
     * The cells that are chosen: a block between two corners.
     *
     * @param anchor where the choice began
     * @param end where it is now
     */
    public record Block(Cell anchor, Cell end) {}

    /**
     * What is known of the chosen networks.
     *
     * @param networks in order
     * @param count what lies in all of them
     * @param reason the zone of the first, and why
     * @param effects what each list would change, in the order of {@link AddressMapController#LISTS}
     */
    public record Choice(List<Cidr> networks, AddressCounts.Count count, String reason, List<Change> effects) {}

    /** How many sessions a change flags, and how many it no longer does. */
    public record Change(int added, int removed) {}

    /** All of IPv6. */
    static final Cidr ALL_V6 = new Cidr(new IpAddress(0, 0), 0);

    private final ReadOnlyObjectWrapper<AddressCounts> counts = new ReadOnlyObjectWrapper<>(AddressCounts.NONE);
    private final ReadOnlyObjectWrapper<Networks> networks = new ReadOnlyObjectWrapper<>(Networks.defaults());
    private final ReadOnlyObjectWrapper<@Nullable Raster> raster = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Icicle> icicle = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Viewport> viewport = new SimpleObjectProperty<>(Viewport.ALL);
    private final ObjectProperty<Cidr> root = new SimpleObjectProperty<>(ALL_V6);
    private final ObjectProperty<@Nullable Block> block = new SimpleObjectProperty<>();
    private final ObjectProperty<List<Cidr>> chosen = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<PrefixSet> marked = new SimpleObjectProperty<>(PrefixSet.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Choice> choice = new ReadOnlyObjectWrapper<>();
    private final BooleanProperty asTable = new SimpleBooleanProperty();

    public ReadOnlyObjectProperty<AddressCounts> counts() {
        return counts.getReadOnlyProperty();
    }

    /** The boundary as it is edited. */
    public ReadOnlyObjectProperty<Networks> networks() {
        return networks.getReadOnlyProperty();
    }

    /** The cells of the viewport; null before the first are counted. */
    public ReadOnlyObjectProperty<@Nullable Raster> raster() {
        return raster.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Icicle> icicle() {
        return icicle.getReadOnlyProperty();
    }

    /** The network that fills the width of the icicle. */
    public ObjectProperty<Cidr> root() {
        return root;
    }

    void cut(Icicle next) {
        icicle.set(next);
    }

    void count(AddressCounts next, Icicle of) {
        icicle.set(of);
        counts.set(next);
    }

    void bound(Networks next) {
        networks.set(next);
    }

    void fill(Raster next) {
        raster.set(next);
    }

    void know(@Nullable Choice next) {
        choice.set(next);
    }

    /** The part of IPv4 that is shown. */
    public ObjectProperty<Viewport> viewport() {
        return viewport;
    }

    /** The block of cells that is chosen; null where none is. */
    public ObjectProperty<@Nullable Block> block() {
        return block;
    }

    /** The networks that are chosen, on the map or on the icicle. */
    public ObjectProperty<List<Cidr>> chosen() {
        return chosen;
    }

    /** What is chosen in the window, here or elsewhere: it is outlined. */
    public ObjectProperty<PrefixSet> marked() {
        return marked;
    }

    /** What is known of {@link #chosen}; null where nothing is chosen or it is not known yet. */
    public ReadOnlyObjectProperty<@Nullable Choice> choice() {
        return choice.getReadOnlyProperty();
    }

    /** Whether the networks are shown as a table in place of the picture. */
    public BooleanProperty asTable() {
        return asTable;
    }
}
