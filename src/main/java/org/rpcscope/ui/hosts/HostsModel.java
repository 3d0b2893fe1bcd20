package org.rpcscope.ui.hosts;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.ui.fx.LazyRows;

/** What the table of hosts shows. JavaFX thread only; needs no toolkit. */
public final class HostsModel {

    private final LazyRows<HostLine> rows = new LazyRows<>();
    private final ReadOnlyObjectWrapper<HostListing> listing = new ReadOnlyObjectWrapper<>(HostListing.NOTHING);
    private final ObjectProperty<HostOrder> order = new SimpleObjectProperty<>(HostOrder.NATURAL);
    private final ObjectProperty<@Nullable IpAddress> chosen = new SimpleObjectProperty<>();
    private final BooleanProperty shown = new SimpleBooleanProperty();

    LazyRows<HostLine> rows() {
        return rows;
    }

    /** What {@link #rows} show, or will as soon as the view has taken it over. */
    ReadOnlyObjectProperty<HostListing> listing() {
        return listing.getReadOnlyProperty();
    }

    void list(HostListing next) {
        listing.set(next);
    }

    ObjectProperty<HostOrder> order() {
        return order;
    }

    /** The host that the window is about, as the filter says; null where it is about none or several. */
    public ObjectProperty<@Nullable IpAddress> chosen() {
        return chosen;
    }

    /** Whether anybody looks: while nobody does, nothing is counted. */
    public BooleanProperty shown() {
        return shown;
    }
}
