package org.rpcscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Observed;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.rpc.Omission;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

class FindingWriterTest {

    private static final InterfaceId EPMAPPER = id("e1af8308-5d1f-11c9-91a4-08002b14a0fa", 3);
    private static final InterfaceId SVCCTL = id("367abb81-9844-35f1-ad32-98f038001003", 2);
    private static final InterfaceId OWN = id("0a1b2c3d-0000-4000-8000-00000000000f", 1);
    private static final int RPC = Evidence.SYN | Evidence.SYN_ACK | Evidence.DCE_RPC | Evidence.DIRECTION_KNOWN;

    private static final Conversation ASKED = new Conversation(
            List.of(new Binding(EPMAPPER, Binding.Result.ACCEPTED)),
            List.of(Calls.captured(EPMAPPER.uuid(), 3, 2, 0)),
            List.of(),
            List.of(
                    new Announcement(
                            Announcement.Kind.ENDPOINT_MAPPER, SVCCTL, IpAddress.parse("0.0.0.0"), null, 49154),
                    new Announcement(Announcement.Kind.OBJECT_EXPORTER, null, null, "DC1", 49155),
                    new Announcement(
                            Announcement.Kind.OBJECT_EXPORTER, null, IpAddress.parse("45.148.10.99"), null, 49155)),
            List.of(),
            Set.of());
    private static final Conversation SERVICE = new Conversation(
            List.of(
                    new Binding(SVCCTL, Binding.Result.ACCEPTED),
                    new Binding(OWN, Binding.Result.REJECTED),
                    new Binding(id("6cb71c2c-9812-4540-0300-000000000000", 1), Binding.Result.NEGOTIATED)),
            List.of(
                    Calls.logged("svcctl", "CreateServiceW", 9),
                    Calls.logged("svcctl", "OpenSCManagerW", 1),
                    Calls.captured(SVCCTL.uuid(), 12, 1, 0),
                    Calls.captured(null, 7, 1, 1)),
            List.of(new Authentication(
                    "ntlm", "privacy", "LAB", "alice", "WS31", null, Authentication.Outcome.ACCEPTED)),
            List.of(),
            List.of(),
            Set.of(Omission.ENCRYPTED));

    private final Pools pools = new Pools();
    private final Detection detection = detection();

    private static InterfaceId id(String uuid, int major) {
        return new InterfaceId(UUID.fromString(uuid), major, 0);
    }

    private Detection detection() {
        ObservationTable table = new ObservationTable(new Input("a.pcap", "pcap", 1), pools);
        row(table, 50001, 135, 1, ASKED);
        row(table, 50002, 49154, 2, SERVICE);
        row(table, 50003, 49155, 3, Conversation.NONE);
        table.end();
        return Observed.judged(pools, table);
    }

    private void row(ObservationTable table, int sourcePort, int port, long seconds, Conversation said) {
        int row = table.reserve(1);
        int client = pools.addresses().intern(Objects.requireNonNull(IpAddress.parse("10.1.2.3")));
        int server = pools.addresses().intern(Objects.requireNonNull(IpAddress.parse("45.148.10.77")));
        table.open(row, client, server, sourcePort << 16 | port, seconds * 1_000_000_000, row);
        table.see(row, seconds * 1_000_000_000, RPC);
        table.converse(row, said);
    }

    private interface Opening {
        FindingWriter open(ByteArrayOutputStream out, Interfaces interfaces) throws IOException;
    }

    private List<String> written(Opening opening) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FindingWriter writer = opening.open(out, detection.interfaces())) {
            for (int session = 0; session < detection.sessions().count(); session++) {
                writer.write(detection.finding(session));
            }
        }
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private JsonNode json(int session) throws IOException {
        return new ObjectMapper().readTree(written(FindingWriter::jsonLines).get(session));
    }

    private static JsonNode tree(String json) throws IOException {
        return new ObjectMapper().readTree(json.replace('\'', '"'));
    }

    @Test
    void whatWasAnnouncedIsAtTheServerWhereTheAnswerSaysSo() throws IOException {
        JsonNode scope = json(0).get("rpcscope");
        assertEquals(
                tree("[{'uuid': '367abb81-9844-35f1-ad32-98f038001003', 'version': '2.0', 'ip': '45.148.10.77',"
                        + " 'port': 49154}]"),
                scope.get("endpoint_mapper"));
        assertEquals(
                tree("[{'ip': '45.148.10.77', 'host': 'DC1', 'port': 49155}, {'ip': '45.148.10.99', 'port': 49155}]"),
                scope.get("object_exporter"));
        assertEquals(tree("['connection', 'enumeration']"), scope.get("stages"));
    }

    @Test
    void whatWasSaidIsWrittenByNameAndNothingIsNull() throws IOException {
        JsonNode scope = json(1).get("rpcscope");
        assertEquals(
                tree("[{'uuid': '367abb81-9844-35f1-ad32-98f038001003', 'version': '2.0', 'name': 'svcctl',"
                        + " 'result': 'accepted'}, {'uuid': '0a1b2c3d-0000-4000-8000-00000000000f', 'version': '1.0',"
                        + " 'result': 'rejected'}, {'uuid': '6cb71c2c-9812-4540-0300-000000000000', 'version': '1.0',"
                        + " 'result': 'negotiated'}]"),
                scope.get("interfaces"));
        assertEquals(
                tree("[{'uuid': '367abb81-9844-35f1-ad32-98f038001003', 'interface': 'svcctl', 'opnum': 12,"
                        + " 'name': 'CreateServiceW', 'count': 1, 'faults': 0}, {'opnum': 7, 'count': 1, 'faults': 1},"
                        + " {'interface': 'svcctl', 'name': 'OpenSCManagerW', 'count': 1, 'faults': 0}]"),
                scope.get("operations"));
        assertEquals(
                tree("[{'type': 'ntlm', 'level': 'privacy', 'domain': 'LAB', 'user': 'alice', 'workstation': 'WS31',"
                        + " 'outcome': 'accepted'}]"),
                scope.get("authentication"));
        assertEquals(
                json(0).at("/network/community_id").asText(),
                scope.get("learned_from").asText());
        assertEquals(
                tree("['connection', 'enumeration', 'authentication', 'execution', 'persistence']"),
                scope.get("stages"));
        assertEquals(tree("['encrypted']"), scope.get("omissions"));
    }

    @Test
    void techniquesAreThoseOfRulesAndThenOfOperations() throws IOException {
        List<String> found = StreamSupport.stream(
                        json(1).at("/threat/technique").spliterator(), false)
                .map(each -> each.get("id").asText() + " " + each.get("name").asText())
                .toList();
        assertEquals(
                List.of(
                        "T1021 Remote Services",
                        "T1021.003 Distributed Component Object Model",
                        "T1190 Exploit Public-Facing Application",
                        "T1569.002 Service Execution",
                        "T1543.003 Windows Service",
                        "T1007 System Service Discovery"),
                found);
    }

    @Test
    void aTableForASpreadsheetHasWhatWasSaidInItsLastColumns() throws IOException {
        List<String> lines = written(FindingWriter::csv);
        assertEquals(
                "interfaces,operations,users,stages,learned_from,host,event",
                lines.getFirst().substring(lines.getFirst().indexOf("interfaces")));
        String learned = json(0).at("/network/community_id").asText();
        assertEquals(
                "a.pcap,svcctl; 0a1b2c3d-0000-4000-8000-00000000000f,CreateServiceW; operation 7; OpenSCManagerW,"
                        + "LAB\\alice,connection; enumeration; authentication; execution; persistence," + learned
                        + ",,",
                lines.get(2).substring(lines.get(2).indexOf("a.pcap")));
    }

    @Test
    void aTableForPeopleShowsTheOperationThatGivesMostConcern() throws IOException {
        List<String> cells = List.of(written(FindingWriter::table).get(2).split(" {2,}"));
        assertEquals(
                List.of("svcctl; 0a1b2c3d-0000-4000-8000…", "CreateServiceW +2", "LAB\\alice"), cells.subList(5, 8));
    }
}
