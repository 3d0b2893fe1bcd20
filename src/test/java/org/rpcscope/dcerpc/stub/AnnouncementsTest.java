package org.rpcscope.dcerpc.stub;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rpcscope.dcerpc.stub.Answers.FORMS;
import static org.rpcscope.dcerpc.stub.Answers.NDR_LITTLE;
import static org.rpcscope.rpc.Announcement.Kind.ENDPOINT_MAPPER;
import static org.rpcscope.rpc.Announcement.Kind.OBJECT_EXPORTER;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rpcscope.dcerpc.stub.Answers.Form;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.rpc.InterfaceId;

class AnnouncementsTest {

    private static final InterfaceId SVCCTL =
            new InterfaceId(UUID.fromString("367abb81-9844-35f1-ad32-98f038001003"), 2, 0);
    private static final InterfaceId ATSVC =
            new InterfaceId(UUID.fromString("1ff70682-0a51-30e8-076d-740be8cee98b"), 1, 3);
    private static final IpAddress SERVER = IpAddress.v4(0xC6336407);
    private static final IpAddress ITSELF = IpAddress.v4(0);
    private static final byte[] NOTHING = {};

    @Test
    void theAnswersOfFourInterfacesAreWanted() {
        assertEquals(List.of(2, 3), wanted(Answers.ENDPOINT_MAPPER));
        assertEquals(List.of(0, 4, 5), wanted(Answers.OBJECT_EXPORTER));
        assertEquals(List.of(0), wanted(Answers.ACTIVATION));
        assertEquals(List.of(3, 4), wanted(Answers.SCM_ACTIVATOR));
        assertEquals(List.of(), wanted(SVCCTL.uuid()));
    }

    @Test
    void anAnswerOfAnotherOperationAnnouncesNothing() {
        Stub answer = Answers.map(NDR_LITTLE, List.of(Answers.tcp(SVCCTL, 49679, SERVER)))
                .stub();
        assertEquals(List.of(), Announcements.of(SVCCTL.uuid(), 3, answer));
    }

    /** Octet by octet, so that reader and writer cannot agree on the same mistake. */
    @Test
    void anAnswerOfTheMapperIsReadAsItStandsInTheSpecification() {
        byte[] answer = HexFormat.ofDelimiter(" ")
                .parseHex(String.join(
                        " ",
                        "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 01 00 00 00",
                        "04 00 00 00 00 00 00 00 01 00 00 00 00 00 02 00 4b 00 00 00 4b 00 00 00",
                        "05 00",
                        "13 00 0d 81 bb 7a 36 44 98 f1 35 ad 32 98 f0 38 00 10 03 02 00 02 00 00 00",
                        "13 00 0d 04 5d 88 8a eb 1c c9 11 9f e8 08 00 2b 10 48 60 02 00 02 00 00 00",
                        "01 00 0b 02 00 00 00",
                        "01 00 07 02 00 c2 0f",
                        "01 00 09 04 00 c6 33 64 07",
                        "00 00 00 00 00"));
        Stub stub = new Stub(ByteBuffer.wrap(answer), 0, answer.length, true, false);
        assertEquals(List.of(tower(SVCCTL, SERVER, 0xC20F)), Announcements.of(Answers.ENDPOINT_MAPPER, 3, stub));
    }

    @Test
    void towersOverTcpAnnounceTheirPortsInEveryFormOfNdr() {
        List<byte[]> towers = List.of(Answers.tcp(SVCCTL, 49679, SERVER), NOTHING, Answers.tcp(ATSVC, 1025, ITSELF));
        List<Announcement> expected = List.of(tower(SVCCTL, SERVER, 49679), tower(ATSVC, ITSELF, 1025));
        for (Form form : FORMS) {
            assertEquals(expected, map(Answers.map(form, towers).stub()), form::toString);
            assertEquals(
                    expected, lookup(Answers.lookup(form, towers, "Services").stub()), form::toString);
        }
    }

    @Test
    void towersOverOtherProtocolsAndWithoutAPortAnnounceNothing() {
        List<byte[]> towers = List.of(
                Answers.tower(SVCCTL, 0x0B, 0x0F, "\\pipe\\svcctl\0".getBytes(US_ASCII), NOTHING),
                Answers.tower(SVCCTL, 0x0A, 0x08, Answers.port(135), SERVER.bytes()),
                Answers.tower(SVCCTL, 0x0B, 0x1F, Answers.port(593), SERVER.bytes()),
                Answers.tower(SVCCTL, 0x0C, 0x10, "LRPC\0".getBytes(US_ASCII), NOTHING),
                Answers.tower(SVCCTL, 0x0B, 0x07, NOTHING, SERVER.bytes()),
                Answers.tcp(SVCCTL, 0, SERVER));
        assertEquals(List.of(), map(Answers.map(NDR_LITTLE, towers).stub()));
    }

    @Test
    void aTowerWithoutAnAddressMeansTheServerItself() {
        byte[] tower = Answers.tower(SVCCTL, 0x0B, 0x07, Answers.port(49679), NOTHING);
        assertEquals(
                List.of(tower(SVCCTL, ITSELF, 49679)),
                map(Answers.map(NDR_LITTLE, List.of(tower)).stub()));
    }

    @Test
    void anAnswerCutShortGivesTheTowersBeforeTheCut() {
        byte[] whole = Answers.map(
                        NDR_LITTLE, List.of(Answers.tcp(SVCCTL, 49679, SERVER), Answers.tcp(ATSVC, 1025, SERVER)))
                .bytes();
        Stub cut = new Stub(ByteBuffer.wrap(whole), 0, whole.length - 30, true, false);
        assertEquals(List.of(tower(SVCCTL, SERVER, 49679)), map(cut));
    }

    @Test
    void aLookupIsKeptUpToAFixedNumberOfTowersEachOnce() {
        List<byte[]> towers = IntStream.range(0, 10_000)
                .mapToObj(i -> Answers.tcp(SVCCTL, 1 + i % 5000, SERVER))
                .toList();
        List<Announcement> found = lookup(Answers.lookup(NDR_LITTLE, towers, "").stub());
        assertEquals(
                IntStream.rangeClosed(1, Announcements.MOST)
                        .mapToObj(port -> tower(SVCCTL, SERVER, port))
                        .toList(),
                found);
    }

    @Test
    void bindingsOverTcpWithAPortAreAnnouncedByAddressOrByName() {
        List<String> bindings = List.of(
                "7:WORKSTATION6[52419]",
                "7:198.51.100.7[52419]",
                "7:2001:db8::7[52419]",
                "8:198.51.100.7[52420]",
                "31:198.51.100.7[593]",
                "7:198.51.100.8",
                "7:198.51.100.8[0]",
                "7:198.51.100.8[65536]",
                "7:198.51.100.8[12a]",
                "7:198.51.100.8[]",
                "7:[135]",
                "7:WORKSTATION6[52419]");
        List<Announcement> expected = List.of(
                new Announcement(OBJECT_EXPORTER, null, null, "WORKSTATION6", 52419),
                new Announcement(OBJECT_EXPORTER, null, SERVER, null, 52419),
                new Announcement(OBJECT_EXPORTER, null, IpAddress.parse("2001:db8::7"), null, 52419));
        for (Form form : FORMS) {
            Stub resolved = Answers.resolveOxid(form, bindings).stub();
            assertEquals(expected, Announcements.of(Answers.OBJECT_EXPORTER, 0, resolved), form::toString);
            assertEquals(expected, Announcements.of(Answers.OBJECT_EXPORTER, 4, resolved), form::toString);
            Stub alive = Answers.serverAlive2(form, bindings).stub();
            assertEquals(expected, Announcements.of(Answers.OBJECT_EXPORTER, 5, alive), form::toString);
        }
    }

    @Test
    void activationAnnouncesTheExporterAndTheResolversOfItsReferences() {
        for (Form form : FORMS) {
            Stub answer = Answers.remoteActivation(form, List.of("7:dc1[49724]"), List.of("7:dc1[135]"))
                    .stub();
            assertEquals(
                    List.of(host("dc1", 49724), host("dc1", 135)),
                    Announcements.of(Answers.ACTIVATION, 0, answer),
                    form::toString);
        }
    }

    @Test
    void activationPropertiesAnnounceTheExporterInEitherByteOrder() {
        for (Form form : FORMS) {
            for (boolean little : List.of(true, false)) {
                byte[] properties = Answers.properties(
                        little,
                        List.of(Answers.standard(List.of("7:dc1")), Answers.handler(List.of("7:dc2[135]"))),
                        List.of("7:dc1[49724]", "7:198.51.100.7[49724]"));
                List<Announcement> expected = List.of(
                        host("dc2", 135),
                        host("dc1", 49724),
                        new Announcement(OBJECT_EXPORTER, null, SERVER, null, 49724));
                Stub plain = Answers.createInstance(form, properties).stub();
                Stub extended = Answers.createInstanceExtended(form, properties).stub();
                assertEquals(expected, Announcements.of(Answers.SCM_ACTIVATOR, 3, plain), form::toString);
                assertEquals(expected, Announcements.of(Answers.SCM_ACTIVATOR, 4, extended), form::toString);
            }
        }
    }

    @Test
    void propertiesInsideOfPropertiesAreNotFollowed() {
        byte[] inner = Answers.properties(true, List.of(), List.of("7:inner[1]"));
        byte[] outer = Answers.properties(true, List.of(inner), List.of("7:outer[2]"));
        Stub answer = Answers.createInstance(NDR_LITTLE, outer).stub();
        assertEquals(List.of(host("outer", 2)), Announcements.of(Answers.SCM_ACTIVATOR, 4, answer));
    }

    @Test
    void aReferenceWithoutItsSignatureAnnouncesNothing() {
        byte[] reference = Answers.standard(List.of("7:dc1[135]"));
        reference[0] = 'm';
        Stub answer = Answers.createInstance(NDR_LITTLE, reference).stub();
        assertEquals(List.of(), Announcements.of(Answers.SCM_ACTIVATOR, 4, answer));
    }

    @Test
    void aStubMayStandAnywhereInItsBuffer() {
        byte[] answer = Answers.map(NDR_LITTLE, List.of(Answers.tcp(SVCCTL, 49679, SERVER)))
                .bytes();
        byte[] buffer = new byte[answer.length + 7];
        Arrays.fill(buffer, (byte) 0xFF);
        System.arraycopy(answer, 0, buffer, 3, answer.length);
        Stub stub = new Stub(ByteBuffer.wrap(buffer), 3, answer.length, true, false);
        assertEquals(List.of(tower(SVCCTL, SERVER, 49679)), map(stub));
    }

    private static List<Integer> wanted(UUID uuid) {
        return Stream.iterate(0, i -> i + 1)
                .limit(64)
                .filter(opnum -> Announcements.wanted(uuid, opnum))
                .toList();
    }

    private static List<Announcement> map(Stub stub) {
        return Announcements.of(Answers.ENDPOINT_MAPPER, 3, stub);
    }

    private static List<Announcement> lookup(Stub stub) {
        return Announcements.of(Answers.ENDPOINT_MAPPER, 2, stub);
    }

    private static Announcement tower(InterfaceId id, IpAddress address, int port) {
        return new Announcement(ENDPOINT_MAPPER, id, address, null, port);
    }

    private static Announcement host(String name, int port) {
        return new Announcement(OBJECT_EXPORTER, null, null, name, port);
    }
}
