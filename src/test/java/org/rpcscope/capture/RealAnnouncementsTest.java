package org.rpcscope.capture;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.Session;

/** What captures of others give away, against what another program reads in them. */
class RealAnnouncementsTest {

    private static final Path DATA = Path.of("..", "shared", "data");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> portsAndNamesAreThoseThatAnotherProgramReads() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the captures are not here");
        List<Path> truths;
        try (Stream<Path> files = Files.list(DATA.resolve("truth"))) {
            truths = files.filter(RealAnnouncementsTest::isOfACapture).sorted().toList();
        }
        assertTrue(truths.size() > 40, "only " + truths.size());
        return truths.stream()
                .map(truth -> DynamicTest.dynamicTest(truth.getFileName().toString(), () -> compare(truth)));
    }

    private static boolean isOfACapture(Path truth) {
        return truth.toString().endsWith(".json") && Files.exists(capture(truth));
    }

    private static Path capture(Path truth) {
        return DATA.resolve("pcap").resolve(truth.getFileName().toString().replaceFirst("\\.json$", ""));
    }

    private static void compare(Path truth) throws IOException {
        JsonNode expected = JSON.readTree(truth.toFile());
        List<Conversation> said = Captures.read(capture(truth), 1, CaptureReader.CHUNK).sessions().stream()
                .map(Session::conversation)
                .toList();
        assertEquals(ports(expected, "learned_ports_epm"), ports(said, Announcement.Kind.ENDPOINT_MAPPER));
        assertEquals(ports(expected, "learned_ports_dcom"), ports(said, Announcement.Kind.OBJECT_EXPORTER));
        SortedSet<String> strangers = all(said, Conversation::authentications)
                .filter(each -> each.type().equals("ntlm") && each.user() != null)
                .map(RealAnnouncementsTest::words)
                .collect(toCollection(TreeSet::new));
        strangers.removeAll(names(expected));
        assertEquals(new TreeSet<>(), strangers, "names that nobody else reads");
    }

    private static SortedSet<Integer> ports(JsonNode truth, String field) {
        return elements(truth.path(field)).map(JsonNode::asInt).collect(toCollection(TreeSet::new));
    }

    private static SortedSet<Integer> ports(List<Conversation> said, Announcement.Kind kind) {
        return all(said, Conversation::announcements)
                .filter(each -> each.kind() == kind)
                .map(Announcement::port)
                .collect(toCollection(TreeSet::new));
    }

    private static SortedSet<String> names(JsonNode truth) {
        return elements(truth.path("ntlmssp"))
                .map(each -> word(each, "auth.domain") + "|" + word(each, "auth.username") + "|"
                        + word(each, "auth.hostname"))
                .collect(toCollection(TreeSet::new));
    }

    private static String word(JsonNode message, String field) {
        return message.path(field).asText("NULL");
    }

    private static String words(Authentication seen) {
        return Stream.of(seen.domain(), seen.user(), seen.workstation())
                .map(each -> each == null ? "NULL" : each)
                .reduce((a, b) -> a + "|" + b)
                .orElseThrow();
    }

    private static <T> Stream<T> all(List<Conversation> said, Function<Conversation, List<T>> what) {
        return said.stream().flatMap(each -> what.apply(each).stream());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
