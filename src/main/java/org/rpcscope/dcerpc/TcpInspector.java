package org.rpcscope.dcerpc;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.dcerpc.http.HttpInspector;
import org.rpcscope.dcerpc.smb.SmbInspector;
import org.rpcscope.dcerpc.wire.AssociationInspector;
import org.rpcscope.dcerpc.wire.ConversationBuilder;
import org.rpcscope.dcerpc.wire.ConversationInspector;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.stream.StreamInspector;

/** Looks at the beginnings of segments until one says what the stream carries, and lets the right one listen from there on. */
final class TcpInspector extends ConversationInspector {

    /** A stream that begins in the middle of long messages may need many segments to come to a beginning. */
    private static final int ENOUGH_SEGMENTS = 256;

    private final Opening source = new Opening();
    private final Opening destination = new Opening();
    private @Nullable StreamInspector<Conversation> listener;
    private int foreign;

    TcpInspector(ConversationBuilder summary) {
        super(summary);
    }

    @Override
    public void bytes(boolean fromOriginator, long time, long origin, ByteBuffer bytes, int offset, int length) {
        StreamInspector<Conversation> known = listener;
        if (known != null) {
            known.bytes(fromOriginator, time, origin, bytes, offset, length);
            return;
        }
        Opening side = fromOriginator ? source : destination;
        StreamInspector<Conversation> chosen = switch (side.look(bytes, offset, length)) {
            case UNDECIDED -> null;
            case FOREIGN -> {
                foreign++;
                yield null;
            }
            case NONE -> new AssociationInspector(summary);
            case SMB -> new SmbInspector(summary);
            case HTTP -> new HttpInspector(summary);
        };
        if (chosen != null) {
            listener = chosen;
            source.replay(true, time, origin, chosen);
            destination.replay(false, time, origin, chosen);
            chosen.bytes(fromOriginator, time, origin, bytes, offset, length);
        }
    }

    @Override
    public void gap(boolean fromOriginator, long time, long length) {
        if (listener == null) {
            (fromOriginator ? source : destination).gap();
        } else {
            listener.gap(fromOriginator, time, length);
        }
    }

    @Override
    public void drop() {
        if (listener != null) {
            listener.drop();
        }
    }

    @Override
    public int pending() {
        return listener == null ? 0 : listener.pending();
    }

    @Override
    public boolean done() {
        return listener == null ? foreign > ENOUGH_SEGMENTS : listener.done();
    }
}
