package org.rpcscope.dcerpc.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.rpcscope.rpc.Conversation;

/** What holds for every association, sound or damaged. */
class AssociationPropertyTest {

    @Property(tries = 300)
    void theSegmentsMakeNoDifference(@ForAll long seed) {
        Random random = new Random(seed);
        RandomTalk talk = RandomTalk.of(random);
        Conversation whole = talk.tell(Dialogue.silent(), null).result();
        assertEquals(talk.expected(), whole);
        assertEquals(whole, talk.tell(Dialogue.silent(), random).result());
        Dialogue narrated = talk.tell(Dialogue.narrated(), random);
        assertEquals(whole, narrated.result());
        assertEquals(talk.messages(), narrated.steps.size());
    }

    @Property(tries = 2000)
    void anyBytesAreTakenWithinTheBoundOfMemory(@ForAll long seed) {
        Random random = new Random(seed);
        RandomTalk talk = RandomTalk.of(random);
        talk.damage(random);
        Dialogue dialogue = talk.tell(random.nextBoolean() ? Dialogue.silent() : Dialogue.narrated(), random);
        assertTrue(dialogue.mostPending() <= Association.MOST_PENDING);
        int version = dialogue.summary.version();
        Conversation said = dialogue.result();
        dialogue.client(new byte[] {1, 2, 3});
        assertTrue(version != dialogue.summary.version() || Objects.equals(said, dialogue.result()));
    }
}
