package org.rpcscope.dcerpc.http;

import java.nio.ByteBuffer;
import org.rpcscope.dcerpc.wire.Association;
import org.rpcscope.dcerpc.wire.ConversationBuilder;
import org.rpcscope.dcerpc.wire.ConversationInspector;
import org.rpcscope.rpc.Omission;
import org.rpcscope.rpc.Step;

/**
 * Listens to DCE/RPC over HTTP: straight to the port of an RPC server, or through a proxy (MS-RPCH version 2). A proxy makes
 * one virtual connection of two TCP connections, one for each way; each is a conversation of its own here, so that binds and
 * requests are summed up in one, and answers, with nothing asked, in the other.
 *
 * <p>It holds a line of up to 32 KB for each side, and what its association holds.
 */
public final class HttpInspector extends ConversationInspector {

    /** So much that is neither HTTP nor PDUs means that the stream is of something else. */
    private static final long OF_NO_INTEREST = 64 << 10;

    private static final int REFUSED = 400;

    private final Association association;
    private final HttpLogon logon = new HttpLogon();
    private final HttpStream originator = new HttpStream(new Side(true));
    private final HttpStream responder = new HttpStream(new Side(false));

    /** @param summary what is understood goes there; it belongs to this inspector from now on */
    public HttpInspector(ConversationBuilder summary) {
        super(summary);
        summary.identities(logon::seen);
        association = new Association(summary);
    }

    @Override
    public void bytes(boolean fromOriginator, long time, long origin, ByteBuffer bytes, int offset, int length) {
        side(fromOriginator).bytes(time, origin, bytes, offset, length);
    }

    @Override
    public void gap(boolean fromOriginator, long time, long length) {
        summary.omit(Omission.LOST_BYTES);
        side(fromOriginator).gap(time, length);
    }

    @Override
    public void drop() {
        if (pending() > 0) {
            summary.omit(Omission.DROPPED);
        }
        originator.drop();
        responder.drop();
        association.drop();
    }

    @Override
    public int pending() {
        return originator.pending() + responder.pending() + association.pending();
    }

    @Override
    public boolean done() {
        return !recognised() && originator.passed() + responder.passed() > OF_NO_INTEREST;
    }

    private HttpStream side(boolean fromOriginator) {
        return fromOriginator ? originator : responder;
    }

    private final class Side implements HttpStream.Listener {

        /** As the connection was opened, until a head says it. */
        private boolean client;

        Side(boolean client) {
            this.client = client;
        }

        @Override
        public void head(Head head, long time, long origin) {
            client = head.isRequest();
            logon.head(head);
            if (head.isRequest()) {
                summary.asked();
            }
            summary.changed();
            tell(head, time, origin);
        }

        @Override
        public void banner() {
            client = false;
        }

        @Override
        public void pdus(long time, long origin, ByteBuffer bytes, int offset, int length) {
            association.bytes(client, time, origin, bytes, offset, length);
        }

        @Override
        public void lost(long time, long length) {
            association.gap(client, time, length);
        }

        private void tell(Head head, long time, long origin) {
            if (summary.narrates()) {
                String kind = head.isRequest() ? "http request" : "http response";
                boolean failed = head.status() >= REFUSED && head.challenges().isEmpty();
                summary.step(new Step(time, client, kind, -1, -1, null, -1, head.start(), failed, 0, origin, origin));
            }
        }
    }
}
