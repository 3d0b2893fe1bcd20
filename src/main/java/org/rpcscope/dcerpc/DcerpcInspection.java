package org.rpcscope.dcerpc;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.dcerpc.wire.Association;
import org.rpcscope.dcerpc.wire.ConversationBuilder;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.Steps;
import org.rpcscope.stream.StreamInspection;
import org.rpcscope.stream.StreamInspector;
import org.rpcscope.stream.StreamProbe;

/** DCE/RPC in conversations, and where it is at home. Immutable; any thread. */
public final class DcerpcInspection implements StreamInspection<Conversation> {

    private final StreamProbe probe = new DcerpcProbe();
    private final Steps steps;

    /** Sums conversations up, and no more. */
    public DcerpcInspection() {
        this(Steps.NONE);
    }

    /** @param steps who wants to hear of every message of the conversations that are opened */
    public DcerpcInspection(Steps steps) {
        this.steps = steps;
    }

    @Override
    public StreamProbe probe() {
        return probe;
    }

    @Override
    public boolean atHome(int port) {
        return switch (port) {
            case 135, 139, 445, 593 -> true; // endpoint mapper, NetBIOS session, SMB, RPC over HTTP
            default -> false;
        };
    }

    @Override
    public StreamInspector<Conversation> open(boolean datagrams, int sourcePort, int destinationPort) {
        return new Direct(new ConversationBuilder(steps), datagrams);
    }

    /** An association that its connection carries without anything between. */
    private static final class Direct implements StreamInspector<Conversation> {

        private final ConversationBuilder summary;
        private final Association association;
        private final boolean datagrams;

        Direct(ConversationBuilder summary, boolean datagrams) {
            this.summary = summary;
            this.datagrams = datagrams;
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
            return datagrams; // an association has a connection
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
}
