package org.rpcscope.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat.Reading;
import org.rpcscope.input.Problems;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Progress;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.ObservationTable;

/** Logs that Zeek wrote elsewhere, held against what their truth files say. Skipped where they are not at hand. */
class RealConnLogsTest {

    private static final Path DATA = Path.of("..", "shared", "data");

    @ParameterizedTest
    @CsvSource({
        "zeek_NASHUA_conn.log, 479",
        "zeek_metasploit_comsvcs_conn.log, 124",
        "zeek_metasploit_logonpasswords_conn.log, 111"
    })
    void sessionsArePutAsTheTruthSays(String name, int sessions) throws IOException {
        Path log = DATA.resolve("logs").resolve(name);
        assumeTrue(Files.exists(log));
        JsonNode truth = new ObjectMapper()
                .readTree(DATA.resolve("truth").resolve(name + ".json").toFile());
        Problems problems = new Problems();
        ObservationTable table;
        try (ByteSource source = Sources.open(log)) {
            assertEquals(90, new ZeekConn(() -> 0).likelihood(Sources.head(source)));
            table = Logs.table(source, new Reading(2, new Progress(), problems), 1 << 14);
        }
        List<String> on135 = new ArrayList<>();
        int recognised = 0;
        for (int row = 0; row < table.rows(); row++) {
            recognised += (table.evidence(row) & Evidence.DCE_RPC) != 0 ? 1 : 0;
            if (table.destinationPort(row) == 135) {
                on135.add(table.pools().addresses().address(table.source(row)) + ":" + table.sourcePort(row) + "->"
                        + table.pools().addresses().address(table.destination(row)));
            }
        }
        Collections.sort(on135);
        List<String> expected = new ArrayList<>();
        truth.get("port135_pairs").forEach(pair -> expected.add(pair.asText()));
        assertEquals(expected, on135);
        assertEquals(truth.get("service_has_dce_rpc").asInt(), recognised);
        assertEquals(sessions, table.rows());
        assertEquals(List.of(), problems.first());
    }

    @ParameterizedTest
    @CsvSource({"zeek_NASHUA_dce_rpc.log", "zed_dce_rpc.log.gz", "zed_dce_rpc.json.gz", "sekoia_suricata_eve.log"})
    void logsOfOtherKindsAreNotTakenForConn(String name) throws IOException {
        Path log = DATA.resolve("logs").resolve(name);
        assumeTrue(Files.exists(log));
        try (ByteSource source = Sources.open(log)) {
            assertEquals(0, new ZeekConn(() -> 0).likelihood(Sources.head(source)));
        }
    }
}
