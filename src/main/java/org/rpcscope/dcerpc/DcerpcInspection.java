package org.rpcscope.dcerpc;

import org.rpcscope.dcerpc.wire.ConversationBuilder;
import org.rpcscope.dcerpc.wire.DatagramInspector;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.Steps;
import org.rpcscope.stream.StreamInspection;
import org.rpcscope.stream.StreamInspector;
import org.rpcscope.stream.StreamProbe;

/**
 * DCE/RPC in conversations: over TCP and UDP, in the named pipes of SMB, and over HTTP; on any port, by content. Immutable;
 * any thread.
 */
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
        ConversationBuilder summary = new ConversationBuilder(steps);
        return datagrams ? new DatagramInspector(summary) : new TcpInspector(summary);
    }
}
