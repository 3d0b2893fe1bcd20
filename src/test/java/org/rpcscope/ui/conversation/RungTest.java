package org.rpcscope.ui.conversation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.rpc.Step;
import org.rpcscope.session.Packet;

class RungTest {

    private static final InterfaceId SVCCTL =
            new InterfaceId(UUID.fromString("367abb81-9844-35f1-ad32-98f038001003"), 2, 0);
    private static final InterfaceId UNKNOWN =
            new InterfaceId(UUID.fromString("00000000-1111-2222-3333-444444444444"), 1, 0);

    private static Step step(
            boolean client, String kind, int call, @Nullable InterfaceId id, int opnum, String detail) {
        return new Step(1_500_000_000L, client, kind, call, 0, id, opnum, detail, false, 0, 100, 300);
    }

    private static Rung rung(Step step) {
        return Rung.of(step, 1_000_000_000L, Interfaces.bundled());
    }

    @Test
    void interfacesAndOperationsHaveNamesWhereTheyAreKnown() {
        assertEquals(
                List.of(
                        "0.500\t→\tbind\t#1\tsvcctl v2.0\tNTLM",
                        "0.500\t←\tresponse\t#2\tsvcctl CreateServiceW\t",
                        "0.500\t→\trequest\t#3\tsvcctl opnum 999\t",
                        "0.500\t→\trequest\t#3\t00000000-1111-2222-3333-444444444444 opnum 4\t",
                        "0.500\t→\trequest\t#3\topnum 4\t",
                        "0.500\t→\tsession setup\t\t\tLAB\\user"),
                List.of(
                                step(true, "bind", 1, SVCCTL, -1, "NTLM"),
                                step(false, "response", 2, SVCCTL, 12, ""),
                                step(true, "request", 3, SVCCTL, 999, ""),
                                step(true, "request", 3, UNKNOWN, 4, ""),
                                step(true, "request", 3, null, 4, ""),
                                step(true, "session setup", -1, null, -1, "LAB\\user"))
                        .stream()
                        .map(step -> rung(step).line())
                        .toList());
    }

    @Test
    void argumentsAreCountedBehindTheDetail() {
        Step step = new Step(0, true, "request", 1, 0, SVCCTL, 12, "encrypted", false, 2048, 0, 0);
        assertEquals(
                "encrypted · 2.0 kB", Rung.of(step, 0, Interfaces.bundled()).detail());
    }

    @Test
    void knownInterfacesAreNamedInTheDetailToo() {
        String detail = "context 0: " + SVCCTL.uuid() + " v2.0, context 1: " + UNKNOWN.uuid();
        assertEquals(
                "context 0: svcctl v2.0, context 1: " + UNKNOWN.uuid(),
                rung(step(true, "bind", 1, SVCCTL, -1, detail)).detail());
    }

    @Test
    void aCallByTheClientSaysWhatItIsWorth() {
        assertNotNull(rung(step(true, "request", 1, SVCCTL, 12, "")).why());
        assertNull(rung(step(false, "response", 1, SVCCTL, 12, "")).why());
        assertNull(rung(step(true, "bind", 1, SVCCTL, -1, "")).why());
    }

    @Test
    void theFirstAndTheLastPacketAndThoseBetweenCarryAMessage() {
        Step step = step(true, "request", 1, SVCCTL, 12, "");
        List<Long> carried = List.of(99L, 100L, 200L, 300L, 301L).stream()
                .filter(origin -> Rung.carries(step, new Packet(origin, 0, true, 1, 60, 60, origin + 16)))
                .toList();
        assertEquals(List.of(100L, 200L, 300L), carried);
    }
}
