package org.rpcscope.dcerpc;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.dcerpc.http.HttpInspector;
import org.rpcscope.dcerpc.smb.SmbInspector;
import org.rpcscope.dcerpc.wire.Association;
import org.rpcscope.dcerpc.wire.ConversationBuilder;
import org.rpcscope.dcerpc.wire.ConversationInspector;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.stream.StreamInspector;

/** Looks at the beginnings of segments until one says what the stream carries, and lets the right one listen from there on. */
final class TcpInspector extends ConversationInspector {

    /** A stream that begins in the middle of long messages may need many segments to come to a beginning. */
    private static final int ENOUGH_SEGMENTS = 256;

    /** The two sides' beginnings; nobody needs them once somebody listens. */
    private @Nullable Opening source = new Opening();

    private @Nullable Opening destination = new Opening();
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
        Carrier carrier = side == null ? Carrier.UNDECIDED : side.look(bytes, offset, length);
        foreign += carrier == Carrier.FOREIGN ? 1 : 0;
        StreamInspector<Conversation> chosen = listener(carrier);
        if (chosen != null) {
            listener = chosen;
            replay(source, true, time, origin, chosen);
            replay(destination, false, time, origin, chosen);
            source = null;
            destination = null;
            chosen.bytes(fromOriginator, time, origin, bytes, offset, length);
        }
    }

    private @Nullable StreamInspector<Conversation> listener(Carrier carrier) {
        return switch (carrier) {
            case UNDECIDED, FOREIGN -> null;
            case NONE -> new Association(summary);
            case SMB -> new SmbInspector(summary);
            case HTTP -> new HttpInspector(summary);
        };
    }

    private static void replay(
            @Nullable Opening side, boolean fromOriginator, long time, long origin, StreamInspector<?> listener) {
        if (side != null) {
            side.replay(fromOriginator, time, origin, listener);
        }
    }

    @Override
    public void gap(boolean fromOriginator, long time, long length) {
        Opening side = fromOriginator ? source : destination;
        if (listener != null) {
            listener.gap(fromOriginator, time, length);
        } else if (side != null) {
            side.gap();
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
