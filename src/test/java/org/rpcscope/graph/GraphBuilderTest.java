package org.rpcscope.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rpcscope.detect.Observed;
import org.rpcscope.job.Progress;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Zone;

class GraphBuilderTest {

    private static final List<Observed> TALKS = List.of(
            new Observed("10.20.4.31", "45.148.10.77", 135, Talks.CONFIRMED),
            new Observed("10.20.4.31", "45.148.10.77", 135, Talks.TRIED),
            new Observed("10.20.4.58", "2a0e:97c0::77", 135, Talks.TRIED),
            new Observed("10.20.7.1", "10.20.4.31", 135, Talks.CONFIRMED),
            new Observed("10.20.4.58", "10.20.4.31", 445, Talks.TRIED));

    private static final NodeKey CLIENTS = network("10.20.4.0/24");

    @Test
    void hostsStandAloneWhereTheyAreFewEnough() {
        HostGraph graph = build(View.FIRST);
        assertEquals(
                List.of(
                        "10.20.4.31 INTERNAL 1 hosts 4 sessions 2 flagged",
                        "10.20.4.58 INTERNAL 1 hosts 2 sessions 1 flagged",
                        "10.20.7.1 INTERNAL 1 hosts 1 sessions 0 flagged",
                        "2a0e:97c0::77 EXTERNAL 1 hosts 1 sessions 1 flagged",
                        "45.148.10.77 EXTERNAL 1 hosts 2 sessions 2 flagged"),
                nodes(graph));
        assertEquals(
                List.of(
                        "10.20.4.31>45.148.10.77 2 2 confirmed",
                        "10.20.4.58>10.20.4.31 1 0 attempt",
                        "10.20.4.58>2a0e:97c0::77 1 1 attempt",
                        "10.20.7.1>10.20.4.31 1 0 confirmed"),
                edges(graph));
        assertEquals(new HostGraph.Hidden(0, 0, 0, 0), graph.hidden());
    }

    @Test
    void aSmallBudgetGathersThemIntoNetworksAndSaysWhatIsInside() {
        HostGraph graph = build(new View(View.GroupBy.NETWORK, Set.of(), Set.of(), 4));
        assertEquals(
                List.of(
                        "10.20.4.0/24 INTERNAL 2 hosts 5 sessions 3 flagged",
                        "10.20.7.1 INTERNAL 1 hosts 1 sessions 0 flagged",
                        "2a0e:97c0::77 EXTERNAL 1 hosts 1 sessions 1 flagged",
                        "45.148.10.77 EXTERNAL 1 hosts 2 sessions 2 flagged"),
                nodes(graph));
        assertEquals(1, graph.nodes().getFirst().inner());
        assertEquals(new HostGraph.Hidden(1, 2, 0, 0), graph.hidden());
    }

    @Test
    void soManyEdgesThatNobodyCanReadThemGatherTheirHostsToo() {
        List<Observed> everyoneToEveryone = IntStream.range(0, 30 * 30)
                .mapToObj(i -> new Observed("10.0.0." + i / 30, "45.148.0." + i % 30, 135, Talks.TRIED))
                .toList();
        HostGraph graph = GraphBuilder.build(Talks.pairs(everyoneToEveryone), Networks.defaults(), View.FIRST);
        assertEquals(
                List.of(
                        "10.0.0.0/24 INTERNAL 30 hosts 900 sessions 900 flagged",
                        "45.148.0.0/24 EXTERNAL 30 hosts 900 sessions 900 flagged"),
                nodes(graph));
    }

    @Test
    void anOpenedGroupShowsItsMembersAndAHiddenNodeIsCounted() {
        View opened = new View(View.GroupBy.NETWORK, Set.of(CLIENTS), Set.of(), 4);
        assertEquals(4, build(opened).nodes().size());
        assertEquals(new HostGraph.Hidden(0, 0, 1, 1), build(opened).hidden());
        HostGraph hiding =
                build(View.FIRST.hiding(new NodeKey.Host(cidr("45.148.10.77/32").network())));
        assertEquals(4, hiding.nodes().size());
        assertEquals(new HostGraph.Hidden(0, 0, 1, 2), hiding.hidden());
    }

    @Test
    void networksAndRolesAreHiddenWithAllTheirHostsHoweverTheyAreGathered() {
        View hiding =
                View.FIRST.showing(Set.of(CLIENTS, new NodeKey.Role(Zone.EXTERNAL, NodeKey.Part.SERVERS)), Set.of());
        assertEquals(List.of("10.20.7.1 INTERNAL 1 hosts 1 sessions 0 flagged"), nodes(build(hiding)));
        assertEquals(new HostGraph.Hidden(0, 0, 4, 5), build(hiding).hidden());
        assertEquals(
                List.of("internal clients INTERNAL 1 hosts 1 sessions 0 flagged"),
                nodes(build(hiding.groupedBy(View.GroupBy.ROLE))));
        assertEquals(5, build(hiding.unhidden()).nodes().size());
    }

    @Test
    void portionsSayWhatCanBeHiddenAndWhatIs() {
        View hiding = View.FIRST
                .hiding(CLIENTS)
                .hiding(new NodeKey.Host(cidr("45.148.10.77/32").network()));
        Portions portions = Portions.of(Talks.pairs(TALKS), Networks.defaults(), hiding);
        assertEquals(
                List.of(
                        "internal clients and servers 1 hosts 4 sessions 2 flagged shown",
                        "internal clients 2 hosts 3 sessions 1 flagged shown",
                        "external servers 2 hosts 3 sessions 3 flagged shown"),
                words(portions.roles()));
        assertEquals(
                List.of(
                        "10.20.4.0/24 2 hosts 5 sessions 3 flagged hidden",
                        "10.20.7.0/24 1 hosts 1 sessions 0 flagged shown",
                        "45.148.10.0/24 1 hosts 2 sessions 2 flagged shown",
                        "2a0e:97c0::/64 1 hosts 1 sessions 1 flagged shown"),
                words(portions.networks()));
        assertEquals(List.of("45.148.10.77 1 hosts 2 sessions 2 flagged hidden"), words(portions.hosts()));
    }

    private static List<String> words(List<Portions.Portion> portions) {
        return portions.stream()
                .map(portion -> portion.key().label() + " " + portion.hosts() + " hosts " + portion.sessions()
                        + " sessions " + portion.flagged() + " flagged " + (portion.shown() ? "shown" : "hidden"))
                .toList();
    }

    @Test
    void rolesTellWhoOpensSessionsAndWhoIsAsked() {
        assertEquals(
                List.of(
                        "internal clients INTERNAL 2 hosts 3 sessions 1 flagged",
                        "internal clients and servers INTERNAL 1 hosts 4 sessions 2 flagged",
                        "external servers EXTERNAL 2 hosts 3 sessions 3 flagged"),
                nodes(build(View.FIRST.groupedBy(View.GroupBy.ROLE))));
    }

    @Test
    void focusReachesAsManyStepsAsAsked() {
        HostGraph graph = build(View.FIRST);
        int outside = graph.nodes().size() - 1;
        assertEquals(2, count(graph.within(outside, 1)));
        assertEquals(4, count(graph.within(outside, 2)));
        assertEquals(5, count(graph.within(outside, 3)));
    }

    @Test
    void everyFileHasEveryEdge() throws IOException {
        HostGraph graph = build(View.FIRST);
        Places places = new ColumnLayout().places(graph, Places.NONE, Set.of(), new Progress());
        StringWriter csv = new StringWriter();
        GraphFile.CSV.write(graph, places, csv);
        assertEquals("""
            source,source_zone,source_hosts,destination,destination_zone,destination_hosts,sessions,flagged,tier
            10.20.4.31,internal,1,45.148.10.77,external,1,2,2,confirmed
            10.20.4.58,internal,1,10.20.4.31,internal,1,1,0,attempt
            10.20.4.58,internal,1,2a0e:97c0::77,external,1,1,1,attempt
            10.20.7.1,internal,1,10.20.4.31,internal,1,1,0,confirmed
            """, csv.toString().replace("\r\n", "\n"));
        assertEquals(List.of(5, 4), XmlCount.of(GraphFile.GRAPHML, graph, places, "node", "edge"));
        assertEquals(List.of(5, 4, 5), XmlCount.of(GraphFile.GEXF, graph, places, "node", "edge", "viz:position"));
        assertEquals(
                List.of(5, 4, 4, 5, 10),
                XmlCount.of(GraphFile.SVG, graph, places, "circle", "polyline", "polygon", "text", "title"));
    }

    private static HostGraph build(View view) {
        return GraphBuilder.build(Talks.pairs(TALKS), Networks.defaults(), view);
    }

    private static List<String> nodes(HostGraph graph) {
        return graph.nodes().stream()
                .map(node -> node.key().label() + " " + node.zone() + " " + node.hosts() + " hosts " + node.sessions()
                        + " sessions " + node.flagged() + " flagged")
                .toList();
    }

    private static List<String> edges(HostGraph graph) {
        return graph.edges().stream()
                .map(edge -> graph.nodes().get(edge.from()).key().label() + ">"
                        + graph.nodes().get(edge.to()).key().label() + " " + edge.sessions() + " " + edge.flagged()
                        + " " + edge.tier().label())
                .toList();
    }

    private static int count(boolean[] reached) {
        int count = 0;
        for (boolean one : reached) {
            count += one ? 1 : 0;
        }
        return count;
    }

    private static NodeKey network(String text) {
        return new NodeKey.Network(cidr(text), Zone.INTERNAL);
    }

    private static Cidr cidr(String text) {
        return ((Cidr.Valid) Cidr.parse(text)).cidr();
    }
}
