package org.rpcscope.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Finding;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.filter.RandomSessions;
import org.rpcscope.filter.SessionSet;
import org.rpcscope.job.Progress;
import org.rpcscope.job.Workers;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.session.Mark;
import org.rpcscope.session.Marks;
import org.rpcscope.session.Session;
import org.rpcscope.sigma.Rule;

/** What several threads count by blocks, compared with counting the words of each session. */
class FacetsTest {

    private static final ConversationNames NAMES = new ConversationNames(Interfaces.bundled());
    private static final int ROWS = 9_000;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void eachTopicIsCountedAsTheSessionsHaveIt(int inputs) {
        Detection detection = RandomSessions.of(inputs, inputs, ROWS);
        Marks marks = RandomSessions.marks(detection);
        int count = detection.sessions().count();
        int[] listed = new Random(inputs)
                .ints(1_000, count / 3, count)
                .distinct()
                .sorted()
                .toArray(); // the first blocks have none
        List<Facet.Asked> asked = Arrays.stream(Topic.values())
                .map(topic -> new Facet.Asked(topic, 999, ""))
                .toList();
        List<Facet> facets = new Facets(detection, NAMES, marks)
                .of(SessionSet.of(count, listed), asked, new Workers(3), new Progress());
        List<Finding> findings =
                IntStream.of(listed).mapToObj(detection::finding).toList();
        for (Facet facet : facets) {
            Map<String, Long> expected = findings.stream()
                    .flatMap(finding -> words(
                            facet.topic(),
                            finding,
                            marks.of(detection.sessions(), finding.session().number())))
                    .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
            Map<String, Long> counted = new TreeMap<>();
            facet.values().forEach(value -> counted.put(value.text(), (long) value.sessions()));
            assertEquals(expected, counted, facet.topic().label());
            assertEquals(expected.size(), facet.different(), facet.topic().label());
            List<Facet.Value> sorted = new ArrayList<>(facet.values());
            sorted.sort(Comparator.comparingInt(Facet.Value::sessions).reversed());
            assertEquals(sorted, facet.values(), "the most frequent first");
        }
    }

    /** The words of one session, each once, read from what the window shows of it. */
    private static Stream<String> words(Topic topic, Finding finding, Mark mark) {
        Session session = finding.session();
        Session.Ends ends = session.ends();
        String source = finding.sourceZone().zone().label();
        String destination = finding.destinationZone().zone().label();
        return switch (topic) {
            case TIER -> Stream.of(session.tier().label());
            case STATUS -> Stream.of(mark.status().label());
            case LEVEL ->
                finding.rules().stream().map(rule -> rule.info().level()).max(Comparator.naturalOrder()).stream()
                        .map(level -> level.label());
            case STAGE -> finding.stages().stream().map(stage -> stage.label());
            case SOURCE -> Stream.of(ends.source().toString());
            case DESTINATION -> Stream.of(ends.destination().toString());
            case DESTINATION_NETWORK -> Stream.of(network(ends.destination()));
            case SOURCE_NETWORK -> Stream.of(network(ends.source()));
            case PORT -> Stream.of("" + ends.destinationPort());
            case INTERFACE -> NAMES.interfaces(session.conversation()).stream();
            case OPERATION -> NAMES.operations(session.conversation()).stream();
            case USER -> NAMES.users(session).stream();
            case RULE -> finding.rules().stream().map(FacetsTest::title);
            case VERDICT -> Stream.ofNullable(mark.verdict()).map(verdict -> verdict.label());
            case TAG -> mark.tags().stream();
            case DESTINATION_ZONE -> Stream.of(destination);
            case DIRECTION -> Stream.of(finding.direction().label());
            case TRANSPORT -> Stream.of(ends.transport().label());
            case OUTCOME -> Stream.of(session.outcome().label());
            case SERVICE -> Stream.ofNullable(session.words().service());
            case ACTION -> Stream.ofNullable(session.words().action());
            case PROCESS -> Stream.ofNullable(session.words().process());
            case INPUT -> session.seen().stream().map(seen -> seen.input().file());
            case END ->
                Stream.of(ends.source().toString(), ends.destination().toString())
                        .distinct();
            case SOURCE_PORT -> Stream.of("" + ends.sourcePort());
            case SOURCE_ZONE -> Stream.of(source);
            case ZONE -> Stream.of(source, destination).distinct();
            case FLAGGED -> Stream.of(finding.flagged() ? "yes" : "no");
        };
    }

    private static String title(Rule rule) {
        return rule.info().title();
    }

    private static String network(IpAddress address) {
        return Cidr.around(address, address.isV4() ? 24 : 48).toString();
    }
}
