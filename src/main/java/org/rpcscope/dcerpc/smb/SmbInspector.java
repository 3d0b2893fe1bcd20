package org.rpcscope.dcerpc.smb;

import java.nio.ByteBuffer;
import org.rpcscope.dcerpc.wire.ConversationBuilder;
import org.rpcscope.dcerpc.wire.ConversationInspector;
import org.rpcscope.rpc.Omission;

/**
 * Listens to SMB for the DCE/RPC in its named pipes (MS-RPCE 2.1.1.2): SMB1, SMB2 and SMB3, over NetBIOS' session service and
 * direct TCP. Files that are read and written pass by unkept; plain SMB sums up to nothing, since it is not RPC. Who is client
 * and who is server is told by the messages themselves, not by who opened the connection.
 *
 * <p>It holds at most one unfinished message of each side, of 68 KB, and what its associations hold: one PDU of each side for
 * a pipe that is in use, of at most 256.
 */
public final class SmbInspector extends ConversationInspector {

    private static final int ENCRYPTED = 0xFD534D42;

    /** So many bytes are searched for a first message before the stream is given up: a large write and more. */
    private static final int LONGEST_SEARCH = 16 << 20;

    private final Connection connection;
    private final Smb1Messages smb1;
    private final Smb2Messages smb2;
    private final MessageFraming originator = new MessageFraming(new Side(true));
    private final MessageFraming responder = new MessageFraming(new Side(false));
    private boolean begun;

    /** The time of what is being taken, for losses that show within it. */
    private long now;

    /** @param summary what is understood goes there; it belongs to this inspector from now on */
    public SmbInspector(ConversationBuilder summary) {
        super(summary);
        connection = new Connection(summary);
        smb1 = new Smb1Messages(connection);
        smb2 = new Smb2Messages(connection);
    }

    @Override
    public void bytes(boolean fromOriginator, long time, long origin, ByteBuffer bytes, int offset, int length) {
        now = time;
        side(fromOriginator).bytes(time, origin, bytes, offset, length);
    }

    @Override
    public void gap(boolean fromOriginator, long time, long length) {
        now = time;
        side(fromOriginator).gap(length);
    }

    @Override
    public void drop() {
        if (pending() > 0) {
            summary.omit(Omission.DROPPED);
        }
        originator.drop();
        responder.drop();
        connection.pipes.drop();
    }

    @Override
    public int pending() {
        return originator.pending() + responder.pending() + connection.pipes.pending();
    }

    @Override
    public boolean done() {
        return originator.messages() + responder.messages() == 0
                && originator.searched() + responder.searched() > LONGEST_SEARCH;
    }

    private MessageFraming side(boolean fromOriginator) {
        return fromOriginator ? originator : responder;
    }

    private void take(Fields message, Arrival arrival) {
        int signature = Smb2Messages.signature(message);
        if (!begun) {
            begun = true;
            if (!begins(signature, message)) {
                summary.omit(Omission.MID_STREAM);
            }
        }
        switch (signature) {
            case Smb1Messages.SIGNATURE -> smb1.take(message, arrival);
            case Smb2Messages.SIGNATURE -> smb2.take(message, arrival);
            case ENCRYPTED -> summary.omit(Omission.ENCRYPTED);
            default -> {} // compressed (MS-SMB2 2.2.42), which is for bulk data
        }
    }

    /** A connection begins with the choice of a dialect. */
    private static boolean begins(int signature, Fields message) {
        return switch (signature) {
            case Smb1Messages.SIGNATURE -> message.u8(4) == Smb1Command.NEGOTIATE;
            case Smb2Messages.SIGNATURE -> new Smb2Header(message).command() == Smb2Command.NEGOTIATE;
            default -> false;
        };
    }

    /** One side, which is the client or the server as its messages say, and before the first one, as the connection was opened. */
    private final class Side implements MessageListener {

        private boolean client;

        Side(boolean client) {
            this.client = client;
        }

        @Override
        public int keep(Fields beginning, int whole) {
            return switch (Smb2Messages.signature(beginning)) {
                case Smb1Messages.SIGNATURE -> smb1.keep(beginning);
                case Smb2Messages.SIGNATURE -> smb2.keep(beginning);
                default -> Keep.BEGINNING;
            };
        }

        @Override
        public void message(Fields message, Arrival arrival) {
            client = switch (Smb2Messages.signature(message)) {
                case Smb1Messages.SIGNATURE -> !new Smb1Block(message, 0, 0).isReply();
                case Smb2Messages.SIGNATURE -> !new Smb2Header(message).isResponse();
                default -> client;
            };
            take(message, arrival);
        }

        @Override
        public void lost(Omission why) {
            summary.omit(why);
            connection.pipes.lost(client, now);
        }
    }
}
