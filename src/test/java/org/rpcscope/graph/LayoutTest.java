package org.rpcscope.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rpcscope.detect.Observed;
import org.rpcscope.job.Progress;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Zone;

class LayoutTest {

    private static final HostGraph GRAPH =
            GraphBuilder.build(Talks.many(60, 12), Networks.defaults(), View.FIRST.groupedBy(View.GroupBy.NONE));

    static List<Layout> layouts() {
        return List.of(new ColumnLayout(), new ForceLayout(120));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void everyNodeHasAPlaceOfItsOwnOnItsSide(Layout layout) {
        Places places = layout.places(GRAPH, Places.NONE, Set.of(), new Progress());
        assertEquals(GRAPH.nodes().size(), new HashSet<>(places.places().values()).size());
        assertTrue(mean(places, Zone.INTERNAL) < mean(places, Zone.EXTERNAL) - 100, "the sides are apart");
        assertEquals(places, layout.places(GRAPH, Places.NONE, Set.of(), new Progress()), "the same again");
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void aNewHostMovesTheOthersLittle(Layout layout) {
        Places before = layout.places(GRAPH, Places.NONE, Set.of(), new Progress());
        HostGraph more =
                GraphBuilder.build(Talks.many(61, 12), Networks.defaults(), View.FIRST.groupedBy(View.GroupBy.NONE));
        Places after = layout.places(more, before, Set.of(), new Progress());
        double moved = GRAPH.nodes().stream()
                .mapToDouble(node -> distance(before, after, node.key()))
                .sorted()
                .skip(GRAPH.nodes().size() / 2)
                .findFirst()
                .orElseThrow();
        assertTrue(moved < 100, "half of them moved by more than " + moved);
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void aPinnedNodeStays(Layout layout) {
        NodeKey pinned = GRAPH.nodes().getFirst().key();
        Places before =
                layout.places(GRAPH, Places.NONE, Set.of(), new Progress()).with(pinned, new Places.Point(1234, -987));
        Places after = layout.places(GRAPH, before, Set.of(pinned), new Progress());
        assertEquals(new Places.Point(1234, -987), after.of(pinned));
    }

    @Test
    void theSidesAreOrderedSoThatNothingCrosses() {
        HostGraph graph = GraphBuilder.build(
                Talks.pairs(List.of(
                        new Observed("10.0.0.1", "8.0.0.3", 135, Talks.TRIED),
                        new Observed("10.0.0.1", "8.0.0.6", 135, Talks.TRIED),
                        new Observed("10.0.0.2", "8.0.0.2", 135, Talks.TRIED),
                        new Observed("10.0.0.2", "8.0.0.4", 135, Talks.TRIED),
                        new Observed("10.0.0.3", "8.0.0.1", 135, Talks.TRIED),
                        new Observed("10.0.0.3", "8.0.0.5", 135, Talks.TRIED))),
                Networks.defaults(),
                View.FIRST);
        Places places = new ColumnLayout().places(graph, Places.NONE, Set.of(), new Progress());
        List<String> fromTop = graph.edges().stream()
                .sorted(Comparator.comparingDouble((HostGraph.Edge edge) -> y(graph, places, edge.from()))
                        .thenComparingDouble(edge -> y(graph, places, edge.to())))
                .map(edge -> graph.nodes().get(edge.to()).key().label())
                .toList();
        List<String> external = graph.nodes().stream()
                .filter(node -> node.zone() == Zone.EXTERNAL)
                .map(HostGraph.Node::key)
                .sorted(Comparator.comparingDouble(
                        key -> Objects.requireNonNull(places.of(key)).y()))
                .map(NodeKey::label)
                .toList();
        assertEquals(external, fromTop);
    }

    @Test
    void onTheSidesThoseThatWereThereDoNotMoveAtAll() {
        Layout layout = new ColumnLayout();
        Places before = layout.places(GRAPH, Places.NONE, Set.of(), new Progress());
        HostGraph more =
                GraphBuilder.build(Talks.many(72, 15), Networks.defaults(), View.FIRST.groupedBy(View.GroupBy.NONE));
        Places after = layout.places(more, before, Set.of(), new Progress());
        assertEquals(
                before.places(),
                GRAPH.nodes().stream()
                        .map(HostGraph.Node::key)
                        .collect(Collectors.toMap(key -> key, key -> Objects.requireNonNull(after.of(key)))));
        assertEquals(more.nodes().size(), new HashSet<>(after.places().values()).size());
    }

    @Test
    void aZoneOfWhichLittleIsLeftIsPlacedAnew() {
        Layout layout = new ColumnLayout();
        HostGraph many = GraphBuilder.build(
                Talks.many(300, 12), Networks.defaults(), new View(View.GroupBy.NONE, Set.of(), Set.of(), 400));
        Places before = layout.places(many, Places.NONE, Set.of(), new Progress());
        HostGraph few =
                GraphBuilder.build(Talks.many(3, 12), Networks.defaults(), View.FIRST.groupedBy(View.GroupBy.NONE));
        Places after = layout.places(few, before, Set.of(), new Progress());
        assertEquals(
                Set.of(0.0),
                few.nodes().stream()
                        .filter(node -> node.zone() == Zone.INTERNAL)
                        .map(node ->
                                Objects.requireNonNull(after.of(node.key())).x())
                        .collect(Collectors.toSet()));
    }

    @Test
    void theForcesLeaveNoNodeOverAnother() {
        Places places = new ForceLayout(300).places(GRAPH, Places.NONE, Set.of(), new Progress());
        double nearest = Double.POSITIVE_INFINITY;
        for (HostGraph.Node one : GRAPH.nodes()) {
            for (HostGraph.Node other : GRAPH.nodes()) {
                if (one != other) {
                    Places.Point from = Objects.requireNonNull(places.of(one.key()));
                    Places.Point to = Objects.requireNonNull(places.of(other.key()));
                    double apart = Math.hypot(from.x() - to.x(), from.y() - to.y());
                    nearest = Math.min(nearest, apart - Drawing.size(one) - Drawing.size(other));
                }
            }
        }
        assertTrue(nearest > 0, "two nodes are over each other by " + -nearest);
    }

    private static double y(HostGraph graph, Places places, int node) {
        return Objects.requireNonNull(places.of(graph.nodes().get(node).key())).y();
    }

    private static double mean(Places places, Zone zone) {
        return GRAPH.nodes().stream()
                .filter(node -> node.zone() == zone)
                .mapToDouble(
                        node -> Objects.requireNonNull(places.of(node.key())).x())
                .average()
                .orElseThrow();
    }

    private static double distance(Places before, Places after, NodeKey key) {
        Places.Point from = Objects.requireNonNull(before.of(key));
        Places.Point to = Objects.requireNonNull(after.of(key));
        return Math.hypot(from.x() - to.x(), from.y() - to.y());
    }
}
