package org.rpcscope.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.Session;

/** One recorded exchange in every wrapping that is decoded; {@code cases.tsv} says what must be found in each. */
class CaptureCasesTest {

    /** Without its bind, its payload or its ends, a conversation says less, or nothing. */
    private static final Set<String> SAY_LESS = Set.of("no-handshake.pcap", "pflog-blocked.pcap", "fragments-cut.pcap");

    static Stream<List<String>> cases() throws IOException {
        return Files.readAllLines(resource("cases.tsv")).stream().skip(1).map(line -> List.of(line.split("\t", -1)));
    }

    static Path resource(String name) {
        URL url = Objects.requireNonNull(CaptureCasesTest.class.getResource(name), name);
        try {
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void findsTheExchangeInItsWrapping(List<String> row) {
        Captures.Result result = Captures.read(resource(row.get(0)), 2, 1 << 20);
        assertEquals(List.of(), result.problems());
        assertEquals(Integer.parseInt(row.get(1)), result.sessions().size(), row.get(0));
        Session found = result.sessions().getFirst();
        assertEquals(row.subList(2, 9), described(found), row.get(0));
    }

    /** What was said does not depend on how it was carried, cut up or mixed up. */
    @ParameterizedTest
    @MethodSource("cases")
    void hearsTheSameConversationInEveryWrapping(List<String> row) {
        if (SAY_LESS.contains(row.get(0))) {
            return;
        }
        Conversation plain = conversations(row.get(0).startsWith("v6") ? "v6.pcap" : "plain.pcap")
                .getFirst();
        assertEquals(1, plain.calls().size());
        assertEquals(1, plain.announcements().size());
        assertEquals(Collections.nCopies(Integer.parseInt(row.get(1)), plain), conversations(row.get(0)));
    }

    private static List<Conversation> conversations(String file) {
        return Captures.read(resource(file), 2, 1 << 20).sessions().stream()
                .map(Session::conversation)
                .toList();
    }

    private static List<String> described(Session session) {
        Session.Ends ends = session.ends();
        return List.of(
                ends.source().toString(),
                Integer.toString(ends.sourcePort()),
                ends.destination().toString(),
                Integer.toString(ends.destinationPort()),
                session.tier().label(),
                Long.toString(session.counters().sourceBytes()),
                Long.toString(session.counters().destinationBytes()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheSameAnswerForAnyThreadsAndChunks(List<String> row) {
        Captures.Result whole = Captures.read(resource(row.get(0)), 1, 1 << 20);
        for (int chunk : new int[] {64, 100, 333, 1024}) {
            for (int threads : new int[] {1, 3}) {
                assertEquals(
                        whole,
                        Captures.read(resource(row.get(0)), threads, chunk),
                        row.get(0) + " in chunks of " + chunk);
            }
        }
    }
}
