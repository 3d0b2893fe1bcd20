package org.rpcscope.dcerpc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.rpcscope.dcerpc.Recordings.Heard;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Calls;

/**
 * Recordings whose numbers go most significant byte first: a client's alone, and a client's and its server's. What they say
 * is what tshark reads in them; {@code sample-data/record} makes both.
 */
class BigEndianTest {

    /** The orders of the columns are the PDUs' own: half of the servers answer in the other one. */
    @Test
    void whatIsSaidIsTheSameInEitherOrder() throws IOException, URISyntaxException {
        List<String> expected = Files.readAllLines(file("big-endian.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(cells -> String.join(
                        "|", cells[0], cells[1], cells[4], cells[5], cells[6], cells[7], cells[8], cells[9]))
                .toList();
        assertEquals(
                expected,
                Recordings.of(file("big-endian.pcap")).stream()
                        .map(BigEndianTest::said)
                        .toList());
    }

    private static String said(Heard heard) {
        List<Calls> calls = heard.conversation().calls();
        List<Authentication> identities = heard.conversation().authentications();
        Authentication who = identities.isEmpty() ? null : identities.getFirst();
        return String.join(
                "|",
                "" + heard.sourcePort(),
                "" + heard.destinationPort(),
                calls.stream().map(each -> "" + each.uuid()).distinct().collect(Collectors.joining(" ")),
                calls.stream().map(each -> each.opnum() + "x" + each.count()).collect(Collectors.joining(" ")),
                "" + calls.stream().mapToLong(Calls::faults).sum(),
                who == null ? "" : "" + who.level(),
                who == null ? "" : who.domain() + " " + who.user() + " " + who.workstation(),
                heard.conversation().announcements().stream()
                        .map(Announcement::port)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" ")));
    }

    private static Path file(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(BigEndianTest.class.getResource(name)).toURI());
    }
}
