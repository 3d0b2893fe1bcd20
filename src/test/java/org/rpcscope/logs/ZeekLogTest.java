package org.rpcscope.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat.Head;
import org.rpcscope.input.InputFormat.Reading;
import org.rpcscope.input.Problems;
import org.rpcscope.input.Sources;
import org.rpcscope.job.Progress;
import org.rpcscope.rpc.Calls;
import org.rpcscope.session.HostNames;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

class ZeekLogTest {

    private static final Path DATA = Path.of("..", "shared", "data");

    private static final String DCE_RPC = "#separator \\x09\n"
            + "#set_separator\t,\n"
            + "#empty_field\t(empty)\n"
            + "#unset_field\t-\n"
            + "#path\tdce_rpc\n"
            + "#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\trtt\tnamed_pipe\tendpoint"
            + "\toperation\n"
            + "#types\ttime\tstring\taddr\tport\taddr\tport\tinterval\tstring\tstring\tstring\n"
            + "1.5\tC1\t10.0.7.80\t41892\t198.51.100.7\t445\t0.1\t\\\\pipe\\\\n"
            + "tsvcs\tsvcctl\tOpenSCManagerW\n"
            + "2.5\tC1\t10.0.7.80\t41892\t198.51.100.7\t445\t-\t\\\\PIPE\\\\n"
            + "tsvcs\tsvcctl\tCreateServiceW\n"
            + "3.0\tC2\t10.0.7.81\t41000\t198.51.100.7\t135\t0.1\t135\tepmapper\tept_map\n"
            + "3.5\tC1\t10.0.7.80\t41892\t198.51.100.7\t445\t0.1\t\\\\pipe\\\\n"
            + "tsvcs\tsvcctl\tOpenSCManagerW\n"
            + "#close\t2026-03-02-09-00-00\n";

    private static final List<String> DCE_RPC_ROWS = List.of(
            "1500000000 +2000000000 tcp 10.0.7.80:41892 > 198.51.100.7:445 -1/-1 bytes -1/-1 packets confirmed success"
                    + " [null null dce_rpc] 4600 at " + DCE_RPC.indexOf("1.5\tC1")
                    + " svcctl.OpenSCManagerW x2 svcctl.CreateServiceW x1 pipes [ntsvcs]",
            "3000000000 +0 tcp 10.0.7.81:41000 > 198.51.100.7:135 -1/-1 bytes -1/-1 packets confirmed success"
                    + " [null null dce_rpc] 4600 at " + DCE_RPC.indexOf("3.0\tC2") + " epmapper.ept_map x1 pipes []");

    @Test
    void operationsAreGatheredByConnection() {
        ZeekRead read = ZeekRead.of(DCE_RPC);
        assertEquals(List.of(), read.problems());
        assertEquals(DCE_RPC_ROWS, read.rows());
        assertEquals(List.of(), read.events());
    }

    @Test
    void jsonSaysTheSameInEveryShape() {
        for (String shape : List.of("_path", "@stream", "@path", "")) {
            StringBuilder json = new StringBuilder();
            for (String line :
                    DCE_RPC.lines().filter(each -> !each.startsWith("#")).toList()) {
                String[] cells = line.split("\t");
                String path = shape.isEmpty() ? "" : "\"" + shape + "\":\"dce_rpc\",";
                json.append("{%s\"ts\":%s,\"uid\":\"%s\",\"id%sorig_h\":\"%s\",\"id%sorig_p\":%s,\"id%sresp_h\":\"%s\","
                                .formatted(
                                        path,
                                        cells[0],
                                        cells[1],
                                        dot(shape),
                                        cells[2],
                                        dot(shape),
                                        cells[3],
                                        dot(shape),
                                        cells[4])
                        + "\"id%sresp_p\":%s,\"named_pipe\":\"%s\",\"endpoint\":\"%s\",\"operation\":\"%s\"}\n"
                                .formatted(dot(shape), cells[5], cells[7], cells[8], cells[9]));
            }
            ZeekRead read = ZeekRead.of(json.toString());
            assertEquals(List.of(), read.problems());
            assertEquals(
                    DCE_RPC_ROWS.stream().map(ZeekLogTest::withoutOrigin).toList(),
                    read.rows().stream().map(ZeekLogTest::withoutOrigin).toList(),
                    shape);
            assertEquals(85, new ZeekLog(() -> 0).likelihood(new Head(ZeekRead.bytes(json.toString()))), shape);
        }
        assertEquals(85, new ZeekLog(() -> 0).likelihood(new Head(ZeekRead.bytes(DCE_RPC))));
    }

    private static String dot(String shape) {
        return shape.equals("@stream") ? "_" : ".";
    }

    private static String withoutOrigin(String row) {
        return row.replaceAll(" at \\d+", "");
    }

    @Test
    void whatIsOfConnLogInTheSameFileIsOneRow() {
        String conn = "{\"_path\":\"conn\",\"ts\":1.0,\"uid\":\"C1\",\"id.orig_h\":\"10.0.7.80\",\"id.orig_p\":41892,"
                + "\"id.resp_h\":\"198.51.100.7\",\"id.resp_p\":445,\"proto\":\"tcp\",\"service\":\"smb,dce_rpc\","
                + "\"duration\":10.0,\"orig_bytes\":5,\"resp_bytes\":6,\"conn_state\":\"SF\"}\n";
        String said =
                "{\"_path\":\"dce_rpc\",\"ts\":2.0,\"uid\":\"C1\",\"id.orig_h\":\"10.0.7.80\",\"id.orig_p\":41892,\"id.resp_h\":\"198.51.100.7\",\"id.resp_p\":445,\"endpoint\":\"svcctl\",\"operation\":\"StartServiceW\"}\n";
        String later = said.replace("\"ts\":2.0", "\"ts\":900.0").replace("C1", "C7");
        String ntlm = "{\"_path\":\"ntlm\",\"ts\":1.5,\"uid\":\"C1\",\"id.orig_h\":\"10.0.7.80\",\"id.orig_p\":41892,"
                + "\"id.resp_h\":\"198.51.100.7\",\"id.resp_p\":445,\"username\":\"alice\",\"hostname\":\"WS31\","
                + "\"domainname\":\"LAB\",\"server_dns_computer_name\":\"dc.lab.example\",\"success\":true}\n";
        List<String> expected = List.of(
                "1000000000 +10000000000 tcp 10.0.7.80:41892 > 198.51.100.7:445 5/6 bytes -1/-1 packets confirmed"
                        + " success [SF null smb,dce_rpc] 4780 at svcctl.StartServiceW x1 ntlm LAB alice WS31 ACCEPTED"
                        + " pipes []",
                "900000000000 +0 tcp 10.0.7.80:41892 > 198.51.100.7:445 -1/-1 bytes -1/-1 packets confirmed success"
                        + " [null null dce_rpc] 4600 at svcctl.StartServiceW x1 pipes []");
        for (String text :
                List.of(conn + said + later + ntlm, said + ntlm + later + conn, later + ntlm + conn + said)) {
            assertEquals(90, Logs.likelihood(text), "a file with conn.log in it is one of conn.log");
            ObservationTable table = Logs.table(ZeekRead.bytes(text), 2, 1 << 10, new Problems());
            List<String> rows = new ArrayList<>();
            for (int row = 0; row < table.rows(); row++) {
                rows.add(ZeekRead.row(table, row).replaceAll(" at \\d+", " at"));
            }
            assertEquals(expected, rows);
            assertEquals(
                    Set.of(new HostNames.Pair(
                            "dc.lab.example", table.pools().addresses().address(table.destination(0)))),
                    table.events().names().pairs());
        }
    }

    @Test
    void otherLogsAreEventsWithTheirFields() {
        String notice =
                "#separator \\x09\n#unset_field\t-\n#path\tnotice\n#fields\tts\tuid\tid.orig_h\tid.resp_h\tnote\tmsg"
                        + "\tsrc\tdst\n7.5\t-\t-\t-\tATTACK::Execution\tsvcctl \\x41\t10.0.7.80\t10.0.7.1\n";
        String kerberos =
                "{\"_path\":\"kerberos\",\"ts\":\"2026-03-02T08:00:00Z\",\"uid\":\"C9\",\"id\":{\"orig_h\":\"10.0.7.80\",\"orig_p\":5,\"resp_h\":\"10.0.7.1\",\"resp_p\":88},\"request_type\":\"TGS\",\"client\":\"alice/LAB.EXAMPLE\",\"service\":\"cifs/dc\",\"cipher\":\"rc4-hmac\",\"success\":false}\n";
        ZeekRead read = ZeekRead.of(notice + kerberos);
        assertEquals(List.of(), read.problems());
        assertEquals(
                List.of(
                        "7500000000 null 10.0.7.80 10.0.7.1 null Notice zeek/notice [ATTACK::Execution: svcctl A] at "
                                + notice.indexOf("7.5\t")
                                + " {ts=7.5, note=ATTACK::Execution, msg=svcctl A, src=10.0.7.80, dst=10.0.7.1}",
                        "1772438400000000000 null 10.0.7.80 10.0.7.1 LAB.EXAMPLE\\alice Kerberos zeek/kerberos [TGS"
                                + " cifs/dc] at " + notice.length()
                                + " {_path=kerberos, ts=2026-03-02T08:00:00Z, uid=C9, id.orig_h=10.0.7.80,"
                                + " id.orig_p=5, id.resp_h=10.0.7.1, id.resp_p=88, request_type=TGS,"
                                + " client=alice/LAB.EXAMPLE, service=cifs/dc, cipher=rc4-hmac, success=false}"),
                read.events());
    }

    @Test
    void whatCannotBeUsedIsAProblemAndTheRestIsRead() {
        String bad = "1.0\tC1\t10.0.7.80\n"
                + "x\tC3\t10.0.7.80\t1\t10.0.7.1\t2\t-\t-\ta\tb\n"
                + "1.0\tC3\tnobody\t1\t10.0.7.1\t2\t-\t-\ta\tb\n"
                + "1.0\tC3\t10.0.7.80\t70000\t10.0.7.1\t2\t-\t-\ta\tb\n"
                + "{\"_path\":\"dce_rpc\",\n"
                + "{\"hello\":1}\n";
        ZeekRead read = ZeekRead.of(DCE_RPC + bad);
        assertEquals(
                List.of(
                        "offset 574: line 13: 3 of 10 columns",
                        "offset 591: line 14: no time in a record of dce_rpc",
                        "offset 627: line 15: no ends in a record of dce_rpc",
                        "offset 662: line 16: no ends in a record of dce_rpc",
                        "offset 704: line 17: not a JSON object: \"{\"_path\":\"dce_rpc\",\"",
                        "offset 724: line 18: a record of an unknown log"),
                read.problems());
        assertEquals(DCE_RPC_ROWS, read.rows());
        assertEquals(
                List.of("offset 0: line 1: a line before any #fields"),
                ZeekRead.of("1\t2\n").problems());
    }

    @Test
    void threadsAndChunksChangeNothing() {
        ZeekRead whole = ZeekRead.of(DCE_RPC.repeat(40));
        for (int chunk : List.of(64, 300, 5000)) {
            assertEquals(whole, ZeekRead.of(ZeekRead.bytes(DCE_RPC.repeat(40)), 4, chunk));
        }
    }

    @Test
    void damagedBytesNeverThrow() {
        Random random = new Random(7);
        byte[] good = ZeekRead.bytes(
                DCE_RPC + "{\"_path\":\"kerberos\",\"ts\":1.5,\"id\":{\"orig_h\":\"10.0.7.80\"},\"x\":[1,{}]}\n");
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = good.clone();
            for (int k = random.nextInt(8); k >= 0; k--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
            ZeekRead read = ZeekRead.of(cut, 1, 256);
            assertTrue(read.rows().size() <= 5, read::toString);
            new ZeekLog(() -> 0).likelihood(new Head(cut));
        }
        String deep = "{\"_path\":\"notice\",\"ts\":1,\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}\n";
        assertEquals(1, ZeekRead.of(deep).problems().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zed_dce_rpc.log.gz",
                "zed_dce_rpc.json.gz",
                "zeek_NASHUA_dce_rpc.log",
                "zeek_dce_rpc_elastic.log"
            })
    void operationsOfRealLogsAreThoseOfTheTruth(String name) throws IOException {
        Path log = DATA.resolve("logs").resolve(name);
        assumeTrue(Files.exists(log));
        JsonNode truth = new ObjectMapper()
                .readTree(DATA.resolve("truth").resolve(name + ".json").toFile())
                .get("endpoint_operation_counts");
        Map<String, Long> expected = new TreeMap<>();
        truth.properties()
                .forEach(each -> expected.put(each.getKey(), each.getValue().asLong()));
        Problems problems = new Problems();
        ObservationTable table = new ObservationTable(new Input(name, "zeek", 0), new Pools());
        try (ByteSource source = Sources.open(log)) {
            assertEquals(85, new ZeekLog(() -> 0).likelihood(Sources.head(source)));
            new ZeekLog(() -> 0).read(source, table, new Reading(2, new Progress(), problems));
        }
        Map<String, Long> found = new TreeMap<>();
        for (int row = 0; row < table.rows(); row++) {
            for (Calls calls : table.conversation(row).calls()) {
                found.merge(calls.interfaceName() + ":" + calls.operationName(), calls.count(), Long::sum);
            }
        }
        assertEquals(expected, found);
        assertEquals(0, problems.count());
    }
}
