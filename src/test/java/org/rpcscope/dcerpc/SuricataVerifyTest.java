package org.rpcscope.dcerpc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rpcscope.dcerpc.Recordings.Heard;
import org.rpcscope.rpc.Calls;

/**
 * Captures of suricata-verify, for which its test.yaml says how often an operation is called. What it says of alerts, of
 * single packets and of connectionless RPC has nothing beside it here. Skipped where the shared data is absent.
 */
class SuricataVerifyTest {

    @ParameterizedTest
    @CsvSource({
        "sv_dcerpc-ctxids, 00020400-0000-0000-c000-000000000046, 6, 3",
        "sv_dcerpc-ctxids, 00000143-0000-0000-c000-000000000046, 5, 8", // IRemUnknown2, RemRelease
        "sv_dcerpc-ctxids, 00000143-0000-0000-c000-000000000046, 3, 26", // RemQueryInterface
        "sv_dcerpc-ctxids, 000001a0-0000-0000-c000-000000000046, 3, 1", // RemoteGetClassObject
        "sv_dcerpc-auth3-5133, 367abb81-9844-35f1-ad32-98f038001003, 24, 2",
        "sv_dcerpc-auth3-5133, 367abb81-9844-35f1-ad32-98f038001003, 27, 2",
        "sv_dcerpc-auth3-5133, 367abb81-9844-35f1-ad32-98f038001003, 31, 2",
        "sv_dcerpc-auth3-5133, 367abb81-9844-35f1-ad32-98f038001003, 2, 2",
        "sv_dcerpc-auth3-5133, 367abb81-9844-35f1-ad32-98f038001003, 0, 4",
        "sv_dcerpc-dce-stub-data-02, 3919286a-b10c-11d0-9ba8-00c04fd92ef5, 9, 1" // DsRolerUpgradeDownlevelServer
    })
    void operationsAreCalledAsOftenAsItSays(String name, String uuid, int opnum, long count) throws IOException {
        long calls = 0;
        for (Heard heard : capture(name)) {
            for (Calls call : heard.conversation().calls()) {
                calls += uuid.equals(String.valueOf(call.uuid())) && call.opnum() == opnum ? call.count() : 0;
            }
        }
        assertEquals(count, calls);
    }

    /** The interface is bound once and accepted, though a part of the stream behind it is lost. */
    @Test
    void aBindingBeforeALossIsHeard() throws IOException {
        List<String> bindings = capture("sv_dce-gap-handling").stream()
                .flatMap(heard -> heard.conversation().bindings().stream())
                .map(each ->
                        each.interfaceId().uuid() + " " + each.interfaceId().version() + " " + each.result())
                .toList();
        assertEquals(List.of("12345778-1234-abcd-ef00-0123456789ac 1.0 ACCEPTED"), bindings);
    }

    private static List<Heard> capture(String name) throws IOException {
        Path capture = Path.of("..", "shared", "data", "pcap", name + ".pcap");
        assumeTrue(Files.exists(capture), "the captures of others are not here");
        return Recordings.of(capture);
    }
}
