package org.rpcscope.dcerpc.wire;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.stream.StreamInspector;

/** Listens to a TCP connection that is one association and nothing else. */
public final class AssociationInspector implements StreamInspector<Conversation> {

    private final ConversationBuilder summary;
    private final Association association;

    public AssociationInspector(ConversationBuilder summary) {
        this.summary = summary;
        this.association = new Association(summary);
    }

    @Override
    public void bytes(boolean fromOriginator, long time, long origin, ByteBuffer bytes, int offset, int length) {
        association.bytes(fromOriginator, time, origin, bytes, offset, length);
    }

    @Override
    public void gap(boolean fromOriginator, long time, long length) {
        association.gap(fromOriginator, time, length);
    }

    @Override
    public void drop() {
        association.drop();
    }

    @Override
    public int pending() {
        return association.pending();
    }

    @Override
    public boolean recognised() {
        return association.recognised();
    }

    @Override
    public boolean done() {
        return false;
    }

    @Override
    public int version() {
        return summary.version();
    }

    @Override
    public @Nullable Conversation result() {
        return summary.result();
    }
}
