package org.rpcscope.dcerpc.wire;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.Step;
import org.rpcscope.rpc.Steps;

/** An association in tests, fed message by message. The record of packet n stands at 100 n, and its time is n. */
final class Dialogue {

    final List<Step> steps = new ArrayList<>();
    final ConversationBuilder summary;
    final Association association;

    private int packet;
    private int most;

    private Dialogue(boolean narrated) {
        this.summary = new ConversationBuilder(narrated ? steps::add : Steps.NONE);
        this.association = new Association(summary);
    }

    static Dialogue silent() {
        return new Dialogue(false);
    }

    static Dialogue narrated() {
        return new Dialogue(true);
    }

    Dialogue client(byte[]... segments) {
        return send(true, segments);
    }

    Dialogue server(byte[]... segments) {
        return send(false, segments);
    }

    Dialogue send(boolean fromClient, byte[]... segments) {
        for (byte[] segment : segments) {
            packet++;
            ByteBuffer shifted = ByteBuffer.allocate(segment.length + 3).put(3, segment);
            association.bytes(fromClient, packet, packet * 100L, shifted, 3, segment.length);
            most = Math.max(most, association.pending());
        }
        return this;
    }

    Dialogue gap(boolean fromClient, long length) {
        association.gap(fromClient, packet, length);
        return this;
    }

    /** The most memory that was ever held after a segment. */
    int mostPending() {
        return most;
    }

    @Nullable
    Conversation result() {
        return summary.result();
    }
}
