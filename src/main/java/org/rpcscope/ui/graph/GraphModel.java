package org.rpcscope.ui.graph;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.rpcscope.graph.Activity;
import org.rpcscope.graph.Drawing;
import org.rpcscope.graph.HostGraph;
import org.rpcscope.graph.NodeKey;
import org.rpcscope.graph.Places;
import org.rpcscope.graph.Portions;
import org.rpcscope.graph.View;
import org.rpcscope.net.PrefixSet;

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

    /** What is lit is at most so far away. */
    private static final int MOST_STEPS = 3;

    private final ReadOnlyObjectWrapper<Drawing> drawing =
            new ReadOnlyObjectWrapper<>(new Drawing(HostGraph.EMPTY, Places.NONE));
    private final ReadOnlyObjectWrapper<Places> places = new ReadOnlyObjectWrapper<>(Places.NONE);
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.FIRST);
    private final ObjectProperty<Arrangement> arrangement = new SimpleObjectProperty<>(Arrangement.COLUMNS);
    private final ObjectProperty<Set<NodeKey>> pinned = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<@Nullable NodeKey> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<PrefixSet> marked = new ReadOnlyObjectWrapper<>(PrefixSet.NONE);
    private final ObjectProperty<@Nullable Focus> focus = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Activity> path = new SimpleObjectProperty<>();
    private final BooleanProperty following = new SimpleBooleanProperty();
    private final ObjectProperty<String> notice = new SimpleObjectProperty<>("");
    private final ReadOnlyObjectWrapper<Portions> portions = new ReadOnlyObjectWrapper<>(Portions.NONE);
    private final BooleanProperty choosing = new SimpleBooleanProperty();
    private final BooleanProperty asTable = new SimpleBooleanProperty();

    /** The nodes in their places. */
    public ReadOnlyObjectProperty<Drawing> drawing() {
        return drawing.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Places> places() {
        return places.getReadOnlyProperty();
    }

    /** What can be shown and hidden together. */
    ReadOnlyObjectProperty<Portions> portions() {
        return portions.getReadOnlyProperty();
    }

    void divide(Portions next) {
        portions.set(next);
    }

    /** Whether it is being chosen what is shown. */
    public BooleanProperty choosing() {
        return choosing;
    }

    void draw(HostGraph graph, Places at) {
        places.set(at);
        Drawing now = drawing.get();
        drawing.set(now.graph() == graph ? now.moved(at) : new Drawing(graph, at));
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

    /** What is chosen in the window: its hosts have rings. */
    ReadOnlyObjectProperty<PrefixSet> marked() {
        return marked.getReadOnlyProperty();
    }

    /**
     * Marks what is chosen in the window.
     *
     * @param here whether it was chosen in the graph; else the one node that is it is chosen here too, or none
     */
    public void mark(PrefixSet networks, boolean here) {
        marked.set(networks);
        if (!here) {
            chosen.set(only(networks));
        }
    }

    private @Nullable NodeKey only(PrefixSet networks) {
        HostGraph graph = drawing.get().graph();
        boolean[] meeting = graph.meeting(networks);
        int[] met =
                IntStream.range(0, meeting.length).filter(node -> meeting[node]).toArray();
        return met.length == 1 ? graph.nodes().get(met[0]).key() : null;
    }

    /** The nodes that have rings: what is chosen, here or elsewhere. */
    boolean[] ringed() {
        boolean[] ringed = drawing.get().graph().meeting(marked.get());
        int place = chosenPlace();
        if (place >= 0) {
            ringed[place] = true;
        }
        return ringed;
    }

    ObjectProperty<@Nullable Focus> focus() {
        return focus;
    }

    /** The way of the chosen session's activity, which alone is lit; null where none is followed. */
    public ObjectProperty<@Nullable Activity> path() {
        return path;
    }

    /** Whether the activity of the session that is chosen in the table is followed. */
    public BooleanProperty following() {
        return following;
    }

    /** Leaves the chosen node out. */
    void hide() {
        NodeKey key = chosen.get();
        if (key != null) {
            chosen.set(null);
            view.set(view.get().hiding(key));
        }
    }

    /** Lights what is near the chosen node, one step more each time and then one again. */
    void focusMore() {
        NodeKey key = chosen.get();
        Focus now = focus.get();
        boolean same = now != null && now.node().equals(key);
        int steps = same ? now.steps() % MOST_STEPS + 1 : 1;
        focus.set(key == null ? null : new Focus(key, steps));
    }

    /** Opens the groups that the chosen node talks with, and itself. */
    void expand() {
        int place = chosenPlace();
        if (place >= 0) {
            HostGraph graph = drawing.get().graph();
            boolean[] near = graph.within(place, 1);
            view.set(view.get()
                    .opening(IntStream.range(0, near.length)
                            .filter(node -> near[node])
                            .mapToObj(node -> graph.nodes().get(node).key())
                            .filter(key -> !(key instanceof NodeKey.Host))
                            .collect(Collectors.toSet())));
        }
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
        Activity followed = path.get();
        if (near == null || place == null) {
            return followed == null ? null : followed.within(graph);
        }
        return graph.within(place, near.steps());
    }
}
