package org.rpcscope.dcerpc.smb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpcscope.dcerpc.Recordings;
import org.rpcscope.dcerpc.Recordings.Heard;

/** Captures of others, with what tshark says of their pipes: interfaces and counted operations. */
class SmbCapturesTest {

    private static final Path DATA = Path.of("..", "shared", "data");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "zeek_20-fids.pcap",
                "zeek_dssetup_DsRoleGetPrimaryDomainInformation_standalone_workstation.cap",
                "sv_dcerpc-3109.pcap",
                "sv_dcerpc-ctxids.pcap",
                "sv_bug-5133.pcap",
                "otrf_covenant_sharpsc_query_dcerpc_smb_svcctl_2020-08-06012009.cap",
                "otrf_covenant_sharpwmi_create_dcerpc_wmi_2020-08-06035621.cap",
                "otrf_empire_shell_samr_EnumDomainUsers_2020-09-21193527.cap",
                "otrf_metasploit_logonpasswords_lsass_memory_dump.pcapng"
            })
    void whatIsHeardIsWhatAnotherToolSees(String name) throws IOException {
        Path truth = DATA.resolve("truth").resolve(name + ".json");
        assumeTrue(Files.exists(truth), "the captures of others are not here");

        Set<String> expected = new TreeSet<>();
        int sessions = 0;
        for (JsonNode session : new ObjectMapper().readTree(truth.toFile()).path("rpc_sessions")) {
            if (isSmb(session.path("server_port").asInt())) {
                sessions++;
                expected(session, expected);
            }
        }
        assertTrue(sessions > 0, "no session of SMB in " + name);

        Set<String> heard = new TreeSet<>();
        for (Heard each : Recordings.of(DATA.resolve("pcap").resolve(name))) {
            if (isSmb(each.destinationPort())) {
                sessions--;
                heard(each, heard);
            }
        }
        assertEquals(expected, heard);
        assertEquals(0, sessions, "sessions that only one of the two knows");
    }

    private static boolean isSmb(int port) {
        return port == 139 || port == 445;
    }

    private static void expected(JsonNode session, Set<String> lines) {
        String client = session.path("client_port").asText();
        for (JsonNode bind : session.path("binds")) {
            for (JsonNode context : bind.path("contexts")) {
                lines.add(String.join(
                        " ",
                        client,
                        "bind",
                        context.path("uuid").asText(),
                        context.path("ver").asText()));
            }
        }
        for (JsonNode call : session.path("requests")) {
            lines.add(String.join(
                    " ",
                    client,
                    "call",
                    call.path("uuid").asText(),
                    call.path("opnum").asText(),
                    call.path("count").asText()));
        }
    }

    private static void heard(Heard heard, Set<String> lines) {
        String client = Integer.toString(heard.sourcePort());
        heard.conversation()
                .bindings()
                .forEach(binding -> lines.add(String.join(
                        " ",
                        client,
                        "bind",
                        binding.interfaceId().uuid().toString(),
                        binding.interfaceId().version())));
        heard.conversation()
                .calls()
                .forEach(calls -> lines.add(String.join(
                        " ",
                        client,
                        "call",
                        String.valueOf(calls.uuid()),
                        Integer.toString(calls.opnum()),
                        Long.toString(calls.count()))));
    }
}
