package org.rpcscope.dcerpc.wire;

import java.nio.ByteBuffer;

/** Listens to a TCP connection that is one association and nothing else. */
public final class AssociationInspector extends ConversationInspector {

    private final Association association;

    public AssociationInspector(ConversationBuilder summary) {
        super(summary);
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
    public boolean done() {
        return false;
    }
}
