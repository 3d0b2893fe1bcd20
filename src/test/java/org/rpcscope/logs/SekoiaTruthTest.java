package org.rpcscope.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpcscope.input.Problems;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.ObservationTable;

/**
 * Single lines of real devices, against what another project's parsers read from them, line n for line n: source,
 * destination, ports, protocol and action. Lines that are of no TCP or UDP connection must give none. Skipped where the
 * shared data is absent.
 */
class SekoiaTruthTest {

    private static final Path DATA = Path.of("..", "shared", "data");

    /** Where the other project reads something else, with the reason. */
    private static final Map<String, String> DIFFERENT = Map.ofEntries(
            // the log's own word is kept: "Deny TCP" is no "denied", fw_action="drop" no "dropped"; FTD has an action
            Map.entry("cisco_asa_ftd 3", "2.2.2.2 46004 > 1.1.1.1 80 tcp malware cloud lookup"),
            Map.entry("cisco_asa_ftd 32", "3.3.3.3 56901 > 1.1.1.1 53 udp allow"),
            Map.entry("sonicwall 4", "192.0.2.1 60000 > 192.0.2.1 444 tcp drop"),
            Map.entry("sophos_fw 4", "10.0.5.23 56332 > 216.58.203.100 80 tcp allowed"),
            Map.entry("cisco_asa_ftd 15", "-"), // the end of an address translation, not of a connection
            Map.entry("cisco_asa_ftd 28", "-"), // a proxy inside the firewall tells of its state
            Map.entry("cisco_asa_ftd 33", "-"), // port 77777: a problem
            Map.entry("cisco_asa_ftd 35", "-"), // keys were not agreed upon; the record names no transport
            Map.entry("fortigate 4", "-"), // the same
            Map.entry("juniper 7", "-")); // a sign-in to the firewall itself

    @ParameterizedTest
    @CsvSource({
        "cisco_asa_ftd, cisco-asa", "panos, palo-alto", "fortigate, fortigate", "checkpoint, check-point",
        "juniper, juniper-srx", "sonicwall, sonicwall", "sophos_fw, sophos", "watchguard, watchguard",
        "netfilter, netfilter", "openbsd_pf, filterlog", "aws_vpcflow, aws-flow", "azure_nsg, azure-flow",
        "gcp_vpcflow, gcp-flow", "netflow_json, netflow-json"
    })
    void theSameFieldsLineForLine(String family, String format) throws IOException {
        Path log = DATA.resolve("logs").resolve("sekoia_" + family + ".log");
        assumeTrue(Files.exists(log));
        List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
        List<String> truth = Files.readAllLines(DATA.resolve("truth/sekoia_" + family + ".expected.ndjson"));
        List<String> expected = new ArrayList<>();
        List<String> got = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            JsonNode node = new ObjectMapper().readTree(truth.get(i)).path("expected");
            String different = DIFFERENT.get(family + " " + (i + 1));
            expected.add(i + 1 + ": " + (different == null ? expected(node) : different));
            ObservationTable table = TextLogs.table(
                    format, lines.get(i).getBytes(StandardCharsets.UTF_8), new Problems(), TextLogs.assumed());
            got.add(i + 1 + ": " + (table.rows() == 0 ? "-" : row(table, node)));
        }
        assertEquals(String.join("\n", expected), String.join("\n", got));
    }

    private static String expected(JsonNode node) {
        String transport = transport(node);
        boolean whole = node.at("/source/ip").isTextual()
                && node.at("/destination/ip").isTextual()
                && node.at("/source/port").asInt(-1) >= 0
                && node.at("/destination/port").asInt(-1) >= 0;
        if (!whole || !Set.of("tcp", "udp", "").contains(transport)) {
            return "-";
        }
        return node.at("/source/ip").asText() + " " + node.at("/source/port").asInt() + " > "
                + node.at("/destination/ip").asText() + " "
                + node.at("/destination/port").asInt() + " " + transport
                + " " + action(node);
    }

    private static String row(ObservationTable table, JsonNode node) {
        AddressPool addresses = table.pools().addresses();
        String action = table.pools().texts().text(table.action(0));
        return addresses.address(table.source(0)) + " " + table.sourcePort(0) + " > "
                + addresses.address(table.destination(0)) + " " + table.destinationPort(0) + " "
                + (transport(node).isEmpty() ? "" : table.transport(0).label()) + " "
                + (action(node).isEmpty() ? "" : String.valueOf(action).toLowerCase(Locale.ROOT));
    }

    private static String transport(JsonNode node) {
        return node.at("/network/transport").asText("").toLowerCase(Locale.ROOT);
    }

    private static String action(JsonNode node) {
        JsonNode name = node.at("/action/name");
        JsonNode action = name.isTextual() ? name : node.at("/event/action");
        return action.asText("").toLowerCase(Locale.ROOT);
    }
}
