package org.rpcscope.rpc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private static final InterfaceId SVCCTL =
            new InterfaceId(UUID.fromString("367abb81-9844-35f1-ad32-98f038001003"), 2, 0);

    @Test
    void whatTwoSensorsSawOfTheSameMessagesIsNotAdded() {
        Conversation one = new Conversation(
                List.of(new Binding(SVCCTL, null)),
                List.of(Calls.captured(SVCCTL.uuid(), 15, 7, 0)),
                List.of(user(Authentication.Outcome.UNKNOWN)),
                List.of(),
                List.of(),
                Set.of(Omission.LOST_BYTES));
        Conversation other = new Conversation(
                List.of(new Binding(SVCCTL, Binding.Result.ACCEPTED)),
                List.of(Calls.captured(SVCCTL.uuid(), 15, 6, 1), Calls.captured(SVCCTL.uuid(), 0, 1, 0)),
                List.of(user(Authentication.Outcome.ACCEPTED)),
                List.of(),
                List.of("svcctl"),
                Set.of());
        Conversation both = new Conversation(
                List.of(new Binding(SVCCTL, Binding.Result.ACCEPTED)),
                List.of(Calls.captured(SVCCTL.uuid(), 15, 7, 1), Calls.captured(SVCCTL.uuid(), 0, 1, 0)),
                List.of(user(Authentication.Outcome.ACCEPTED)),
                List.of(),
                List.of("svcctl"),
                Set.of(Omission.LOST_BYTES));
        assertEquals(both, one.join(other));
        assertEquals(both, other.join(one));
        assertEquals(both, both.join(both));
        assertEquals(both, both.join(Conversation.NONE));
        assertEquals(both, Conversation.NONE.join(both));
    }

    private static Authentication user(Authentication.Outcome outcome) {
        return new Authentication("ntlm", "privacy", "CORP", "alice", "WS1", null, outcome);
    }
}
