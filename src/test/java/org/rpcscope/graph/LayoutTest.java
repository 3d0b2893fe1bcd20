package org.rpcscope.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
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
