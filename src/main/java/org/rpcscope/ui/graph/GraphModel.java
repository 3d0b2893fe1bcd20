package org.rpcscope.ui.graph;

import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.rpcscope.graph.Drawing;
import org.rpcscope.graph.HostGraph;
import org.rpcscope.graph.NodeKey;
import org.rpcscope.graph.Places;
import org.rpcscope.graph.View;

/** What the graph shows. JavaFX thread only; needs no toolkit. */
public final class GraphModel {

    /** How nodes are placed. */
    public enum Arrangement {
        /** Internal on one side, external on the other. */
        COLUMNS,
        /** By forces between those that talk. */
        FORCES;

        Arrangement other() {
            return this == COLUMNS ? FORCES : COLUMNS;
        }
    }

    /**
     * Only what is near a node is lit.
     *
     * @param steps how many edges away it may be
     */
    public record Focus(NodeKey node, int steps) {}

    private final ReadOnlyObjectWrapper<Drawing> drawing =
            new ReadOnlyObjectWrapper<>(new Drawing(HostGraph.EMPTY, Places.NONE));
    private final ReadOnlyObjectWrapper<Places> places = new ReadOnlyObjectWrapper<>(Places.NONE);
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.FIRST);
    private final ObjectProperty<Arrangement> arrangement = new SimpleObjectProperty<>(Arrangement.COLUMNS);
    private final ObjectProperty<Set<NodeKey>> pinned = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<@Nullable NodeKey> chosen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Focus> focus = new SimpleObjectProperty<>();
    private final ObjectProperty<String> notice = new SimpleObjectProperty<>("");
    private final BooleanProperty asTable = new SimpleBooleanProperty();

    /** The nodes in their places. */
    public ReadOnlyObjectProperty<Drawing> drawing() {
        return drawing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Places> places() {
        return places.getReadOnlyProperty();
    }

    void draw(HostGraph graph, Places at) {
        places.set(at);
        drawing.set(new Drawing(graph, at));
    }

    /** What is opened, hidden and how it is gathered. */
    public ObjectProperty<View> view() {
        return view;
    }

    public ObjectProperty<Arrangement> arrangement() {
        return arrangement;
    }

    /** Nodes that were dragged to where they are. */
    ObjectProperty<Set<NodeKey>> pinned() {
        return pinned;
    }

    /** The chosen node; null where none is. */
    public ObjectProperty<@Nullable NodeKey> chosen() {
        return chosen;
    }

    ObjectProperty<@Nullable Focus> focus() {
        return focus;
    }

    /** Why a file was not written; empty where it was. */
    public ObjectProperty<String> notice() {
        return notice;
    }

    /** Whether the edges are shown as a table in place of the picture. */
    public BooleanProperty asTable() {
        return asTable;
    }

    /** The place of the chosen node among the nodes; -1 where it is not shown. */
    int chosenPlace() {
        NodeKey key = chosen.get();
        Integer place = key == null ? null : drawing.get().graph().places().get(key);
        return place == null ? -1 : place;
    }

    /** The nodes that are lit; null for all. */
    boolean @Nullable [] lit() {
        Focus near = focus.get();
        HostGraph graph = drawing.get().graph();
        Integer place = near == null ? null : graph.places().get(near.node());
        return near == null || place == null ? null : graph.within(place, near.steps());
    }
}
