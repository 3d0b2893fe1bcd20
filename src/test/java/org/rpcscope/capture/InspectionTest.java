package org.rpcscope.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.rpcscope.capture.TalkCapture.ACK;
import static org.rpcscope.capture.TalkCapture.FIN;
import static org.rpcscope.capture.TalkCapture.RST;
import static org.rpcscope.capture.TalkCapture.SYN;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpcscope.session.Evidence;

/** What an inspector is told of a conversation, whatever way its packets took. */
class InspectionTest {

    /** The header of a request of 24 bytes, as the probe demands; the letters are its first call's number. */
    private static final String REQUEST = "\5\0\0\3\20\0\0\0\30\0\0\0call\0\0\0\0\0\0\0\0";

    /** The same of a response. */
    private static final String RESPONSE = "\5\0\2\3\20\0\0\0\30\0\0\0call\0\0\0\0\0\0\0\0";

    private static TalkCapture connected() {
        return new TalkCapture(135).handshake();
    }

    @Test
    void aConversationAtHomeIsHeardFromItsFirstByte() {
        assertEquals(
                List.of("open tcp 50000 135", "> ab", "< cd", "> e"),
                connected()
                        .client(ACK, 1001, 5001, "ab")
                        .server(ACK, 5001, 1003, "cd")
                        .client(ACK, 1003, 5003, "e")
                        .heard());
    }

    @Test
    void elsewhereItIsHeardFromTheSegmentThatIsRecognised() {
        assertEquals(
                List.of("open tcp 50000 4747", "> " + REQUEST, "< " + RESPONSE, "> x"),
                new TalkCapture(4747)
                        .handshake()
                        .client(ACK, 1001, 5001, "hello")
                        .server(ACK, 5001, 1006, "hello")
                        .client(ACK, 1006, 5006, REQUEST)
                        .server(ACK, 5006, 1030, RESPONSE)
                        .client(ACK, 1030, 5030, "x")
                        .heard());
    }

    @Test
    void withoutHandshakeTheRolesOfTheFirstMessageTellWhoOpened() {
        assertEquals(
                List.of("open tcp 50000 60000", "< " + RESPONSE, "> " + REQUEST),
                new TalkCapture(60_000)
                        .server(ACK, 5006, 1030, RESPONSE)
                        .client(ACK, 1030, 5030, REQUEST)
                        .heard());
    }

    @Test
    void otherConversationsAreNotHeard() {
        assertEquals(
                List.of(),
                new TalkCapture(443)
                        .handshake()
                        .client(ACK, 1001, 5001, "hello")
                        .heard());
    }

    @Test
    void segmentsAreToldInOrderOnceAndOfOverlapsTheFirstCopyCounts() {
        assertEquals(
                List.of("open tcp 50000 135", "> ab", "> cd", "> EF", "> gh", "> IJ"),
                connected()
                        .client(ACK, 1005, 5001, "EF")
                        .client(ACK, 1009, 5001, "IJ")
                        .client(ACK, 1001, 5001, "ab")
                        .client(ACK, 1001, 5001, "XY")
                        .client(ACK, 1003, 5001, "cdefgh")
                        .client(ACK, 1002, 5001, "BCDEFGHIJ")
                        .heard());
    }

    @Test
    void theNumbersOfSequencesGoOnAtZero() {
        assertEquals(
                List.of("open tcp 50000 135", "> abc", "> def", "> gh"),
                new TalkCapture(135)
                        .client(SYN, -4, 0, "")
                        .client(ACK, 3, 5001, "gh")
                        .client(ACK, -3, 5001, "abc")
                        .client(ACK, 0, 5001, "def")
                        .heard());
    }

    @Test
    void aHoleThatTheOtherSideAcknowledgesIsAGap() {
        assertEquals(
                List.of("open tcp 50000 135", "> ab", "> gap 3", "> fg", "< ok"),
                connected()
                        .client(ACK, 1001, 5001, "ab")
                        .client(ACK, 1006, 5001, "fg")
                        .server(ACK, 5001, 1008, "ok")
                        .heard());
    }

    @Test
    void aHoleIsWaitedForUntilTheEndOfTheCapture() {
        assertEquals(
                List.of("open tcp 50000 135", "> ab", "< ok", "> gap 3", "> fg"),
                connected()
                        .client(ACK, 1001, 5001, "ab")
                        .client(ACK, 1006, 5001, "fg")
                        .server(ACK, 5001, 1003, "ok")
                        .heard());
    }

    @Test
    void aHoleWithTooMuchBehindItIsAGap() {
        TalkCapture capture = connected();
        for (int i = 1; i <= 50; i++) {
            capture.client(ACK, 1001 + i * 1400, 5001, "x".repeat(1400));
        }
        List<String> heard = capture.client(ACK, 1001, 5001, "y".repeat(1400)).heard();
        assertEquals(List.of("open tcp 50000 135", "> gap 1400"), heard.subList(0, 2));
        assertEquals(52, heard.size());
        assertFalse(String.join("", heard).contains("y"));
    }

    @Test
    void whatTheSnapLengthCutOffIsAGap() {
        assertEquals(
                List.of("open tcp 50000 135", "> ab", "> gap 2", "> ef"),
                connected()
                        .packet(true, ACK, 1001, 5001, "abcd", 2)
                        .client(ACK, 1005, 5001, "ef")
                        .heard());
    }

    @Test
    void keepAlivesAndResetsSayNothing() {
        assertEquals(
                List.of("open tcp 50000 135", "> ab"),
                connected()
                        .client(ACK, 1001, 5001, "ab")
                        .client(ACK, 1002, 5001, "\0")
                        .server(ACK, 5000, 1003, "\0")
                        .server(RST, 5001, 0, "go away")
                        .heard());
    }

    @Test
    void whatTheFinCountsAndNobodyCapturedIsAGap() {
        assertEquals(
                List.of("open tcp 50000 135", "> ab", "< ok", "> gap 4"),
                connected()
                        .client(ACK, 1001, 5001, "ab")
                        .server(FIN | ACK, 5001, 1003, "ok")
                        .client(FIN | ACK, 1007, 5004, "")
                        .heard());
    }

    @Test
    void aLateSegmentIsHeardAfterTheFinThatOvertookIt() {
        assertEquals(
                List.of("open tcp 50000 135", "< ok", "> ab"),
                connected()
                        .server(FIN | ACK, 5001, 1001, "ok")
                        .client(FIN | ACK, 1003, 5004, "")
                        .client(ACK, 1001, 5001, "ab")
                        .heard());
    }

    @Test
    void aNewConversationOnTheSameEndsHasItsOwnInspector() {
        assertEquals(
                List.of(List.of("open tcp 50000 135", "> ab"), List.of("open tcp 50000 135", "> cd")),
                connected()
                        .client(ACK, 1001, 5001, "ab")
                        .client(SYN, 9000, 0, "")
                        .client(ACK, 9001, 5001, "cd")
                        .heard(Dictation.PLAIN));
    }

    @Test
    void aStreamThatIsDoneIsHeardNoMoreUntilItIsRecognised() {
        assertEquals(
                List.of(List.of("open tcp 50000 135", "> " + REQUEST)),
                connected()
                        .client(ACK, 1001, 5001, "abcd")
                        .client(ACK, 1005, 5001, "efgh")
                        .client(ACK, 1009, 5001, REQUEST)
                        .client(ACK, 1033, 5001, REQUEST)
                        .heard(new Dictation(4, 0)));
    }

    @Test
    void beyondTheBoundTheOneThatWasSilentForLongestIsLetGo() {
        TalkCapture capture = new TalkCapture(135);
        List<List<String>> expected = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            capture.from(50_000 + i).handshake().client(ACK, 1001, 5001, "x".repeat(1000));
            expected.add(new ArrayList<>(List.of("open tcp " + (50_000 + i) + " 135", "> " + "x".repeat(1000))));
        }
        capture.from(50_000).client(ACK, 2001, 5001, "y".repeat(1000)); // the second one is silent for longest now
        capture.from(50_004).handshake().client(ACK, 1001, 5001, "x".repeat(1000));
        expected.get(0).add("> " + "y".repeat(1000));
        expected.get(1).add("drop");
        expected.add(List.of("open tcp 50004 135", "> " + "x".repeat(1000)));
        assertEquals(expected, capture.heard(new Dictation(Integer.MAX_VALUE, 20)));
    }

    @Test
    void datagramsAreHeardFromTheOneThatIsRecognised() {
        String request = "\4\0\0\0\20\0\0\0" + "\0".repeat(72);
        assertEquals(
                List.of("open udp 50000 60000", "> " + request, "< answer", "> ab", "> gap 2"),
                new TalkCapture(60_000)
                        .datagrams()
                        .client(0, 0, 0, "hello")
                        .client(0, 0, 0, request)
                        .server(0, 0, 0, "answer")
                        .packet(true, 0, 0, 0, "abcd", 2)
                        .heard());
    }

    @Test
    void aMessageThatOnlyTheInspectorFindsConfirmsToo() throws IOException {
        byte[] capture = connected().client(ACK, 1001, 5001, "x" + REQUEST).bytes();
        Captures.Result result = Captures.read(new BytesSource(capture, true), Dictation.PLAIN, 1, 1 << 20);
        assertTrue(Evidence.has(result.sessions().getFirst().evidence(), Evidence.DCE_RPC));
    }
}
