package org.rpcscope.dcerpc.smb;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.dcerpc.wire.ConversationBuilder;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.Step;

/** Feeds an inspector with whole messages, and remembers what it tells. */
final class Listening {

    final List<Step> steps = new ArrayList<>();
    final SmbInspector inspector = new SmbInspector(new ConversationBuilder(steps::add));
    private long now;

    Listening client(byte[] bytes) {
        return say(true, bytes);
    }

    Listening server(byte[] bytes) {
        return say(false, bytes);
    }

    Listening say(boolean fromOriginator, byte[] bytes) {
        now++;
        // other bytes around them, as in a packet
        ByteBuffer packet = ByteBuffer.allocate(bytes.length + 14).put(7, bytes);
        inspector.bytes(fromOriginator, now, 100 * now, packet, 7, bytes.length);
        return this;
    }

    @Nullable
    Conversation heard() {
        return inspector.result();
    }

    List<String> kinds() {
        return steps.stream().map(Step::kind).toList();
    }
}
