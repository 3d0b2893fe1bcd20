package org.rpcscope.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OperationTest {

    private static final UUID SAMR = UUID.fromString("12345778-1234-abcd-ef00-0123456789ac");
    private static final UUID OWN = UUID.fromString("0a1b2c3d-0000-4000-8000-00000000000f");

    private final Interfaces interfaces = Interfaces.bundled();

    private List<Operation> operations(Calls... calls) {
        return Operation.of(
                new Conversation(List.of(), List.of(calls), List.of(), List.of(), List.of(), Set.of()), interfaces);
    }

    private Operation enumerateUsers(long count) {
        return new Operation(
                SAMR, "samr", 13, "SamrEnumerateUsersInDomain", count, 0, interfaces.significance(SAMR, 13));
    }

    @Test
    void numbersBecomeNames() {
        assertEquals(
                List.of(
                        enumerateUsers(2),
                        new Operation(OWN, null, 7, null, 1, 1, null),
                        new Operation(null, null, 4, null, 1, 0, null)),
                operations(
                        Calls.captured(SAMR, 13, 2, 0), Calls.captured(OWN, 7, 1, 1), Calls.captured(null, 4, 1, 0)));
    }

    @Test
    void aCapturesCountWinsOverALogsOfTheSameName() {
        assertEquals(
                List.of(
                        enumerateUsers(2),
                        new Operation(
                                null,
                                "svcctl",
                                Calls.UNKNOWN_OPNUM,
                                "StartServiceW",
                                3,
                                0,
                                interfaces.significance("svcctl", "StartServiceW"))),
                operations(
                        Calls.logged("samr", "SamrEnumerateUsersInDomain", 5),
                        Calls.logged("svcctl", "StartServiceW", 3),
                        Calls.captured(SAMR, 13, 2, 0)));
    }

    @Test
    void aLabelHasTheNumberWhereThereIsNoName() {
        assertEquals(
                List.of("samr SamrEnumerateUsersInDomain", OWN + " operation 7", "unknown interface operation 4"),
                operations(Calls.captured(SAMR, 13, 2, 0), Calls.captured(OWN, 7, 1, 1), Calls.captured(null, 4, 1, 0))
                        .stream()
                        .map(Operation::label)
                        .toList());
    }
}
