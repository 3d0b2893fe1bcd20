package org.rpcscope.dcerpc.smb;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.rpcscope.rpc.Omission;

/**
 * Cuts one side's stream into SMB messages: each stands behind a header of four bytes, of NetBIOS' session service (RFC 1002
 * 4.3.1) or of direct TCP (MS-SMB2 2.1), that are a type and a length. Keeps of a message what its listener asks for, and
 * passes over the rest. Where messages are not one behind the other, after a loss or at a beginning in the middle, the next
 * header is searched that has the signature of SMB behind it.
 */
final class MessageFraming {

    /** Enough to see what a message is about: the header, and the fields before the data of a write or a read. */
    static final int BEGINNING = 256;

    private static final int HEADER = 4;
    private static final int SMB1_HEADER = 32;
    private static final int SESSION_REQUEST = 0x81;
    private static final int KEEP_ALIVE = 0x85;

    /** Called and calling name of a session request fill 68 bytes; nothing else of the session service is longer. */
    private static final int LONGEST_SERVICE = 256;

    /** A buffer larger than this is given back after its message. */
    private static final int SMALL = 4 << 10;

    private final MessageListener listener;
    private byte[] kept = new byte[0];
    private ByteBuffer keptBytes = ByteBuffer.wrap(kept);
    private State state = State.HEADER;

    /** The last eight bytes, newest lowest: a header and the signature behind it. */
    private long window;

    /** Bytes of {@link #window} that belong to the header being read. */
    private int headed;

    private int whole;
    private int have;
    private int wanted;
    private int rest;
    private long first;
    private long searched;
    private int messages;

    private enum State {
        /** A header comes next, or what is missing of it. */
        HEADER,
        /** Nobody knows where the next message begins. */
        SEARCH,
        /** A message is collected. */
        MESSAGE,
        /** The rest of a message passes by. */
        PASS
    }

    MessageFraming(MessageListener listener) {
        this.listener = listener;
    }

    /** How many messages began so far. */
    int messages() {
        return messages;
    }

    /** How many bytes were searched in vain since the last message. */
    long searched() {
        return searched;
    }

    int pending() {
        return state == State.MESSAGE ? kept.length : 0;
    }

    void bytes(long time, long origin, ByteBuffer bytes, int offset, int length) {
        int end = offset + length;
        int at = offset;
        while (at < end) {
            at = switch (state) {
                case HEADER, SEARCH -> header(time, origin, bytes, offset, at, end);
                case MESSAGE -> collect(time, origin, bytes, at, end);
                case PASS -> pass(Math.min(rest, end - at), at);
            };
        }
    }

    private int header(long time, long origin, ByteBuffer bytes, int offset, int at, int end) {
        if (headed == 0 && state == State.HEADER) {
            first = origin;
        }
        window = window << 8 | bytes.get(at) & 0xFF;
        headed++;
        int next = at + 1;
        if (state == State.HEADER && headed == HEADER && service((int) window)) {
            pass((int) window & 0xFFFFFF);
        } else if (headed >= 2 * HEADER && signature((int) window) && plausible((int) (window >>> 32))) {
            if (state == State.SEARCH) {
                first = origin;
            }
            return begin(time, origin, bytes, offset, next, end);
        } else if (state == State.SEARCH) {
            searched++;
        } else if (headed == 2 * HEADER) {
            search();
            if (messages > 0) {
                listener.lost(Omission.MALFORMED);
            }
        }
        return next;
    }

    /** Whether a header is the session service's own: requests, their answers, keep-alives; and the empty message. */
    private static boolean service(int header) {
        int type = header >>> 24;
        int length = header & 0xFFFFFF;
        return (type >= SESSION_REQUEST && type <= KEEP_ALIVE && length <= LONGEST_SERVICE) || header == 0;
    }

    private static boolean signature(int signature) {
        return (signature & 0xFFFFFF) == 0x534D42 && signature >>> 24 >= 0xFC;
    }

    private static boolean plausible(int header) {
        return header >>> 24 == 0 && header >= SMB1_HEADER;
    }

    /** The header and four bytes of the message are read; a message that is wholly there is not copied. */
    private int begin(long time, long origin, ByteBuffer bytes, int offset, int at, int end) {
        whole = (int) (window >>> 32);
        messages++;
        searched = 0;
        int start = at - HEADER;
        if (start >= offset && end - start >= whole) {
            Fields message = new Fields(bytes, start, whole);
            int keep = listener.keep(message.part(0, BEGINNING), whole);
            listener.message(message.part(0, keep), new Arrival(time, first, origin));
            expectHeader();
            return start + whole;
        }
        wanted = Math.min(whole, BEGINNING);
        room(wanted);
        keptBytes.putInt(0, (int) window);
        have = HEADER;
        state = State.MESSAGE;
        return at;
    }

    private int collect(long time, long origin, ByteBuffer bytes, int at, int end) {
        int taken = Math.min(wanted - have, end - at);
        bytes.get(at, kept, have, taken);
        have += taken;
        if (have == Math.min(whole, BEGINNING)) {
            int keep = listener.keep(new Fields(keptBytes, 0, have), whole);
            wanted = Math.clamp(keep, have, whole);
            room(wanted);
        }
        if (have == wanted) {
            state = State.PASS;
            rest = whole - have;
            listener.message(new Fields(keptBytes, 0, have), new Arrival(time, first, origin));
            pass(rest);
            room(0);
        }
        return at + taken;
    }

    private void pass(int length) {
        rest = length;
        state = State.PASS;
        if (rest == 0) {
            expectHeader();
        }
    }

    private int pass(int length, int at) {
        pass(rest - length);
        return at + length;
    }

    private void expectHeader() {
        state = State.HEADER;
        headed = 0;
    }

    /** Bytes of unknown content were lost: they may end within the message that is being read, or anywhere. */
    void gap(long length) {
        boolean within = length > 0 && (state == State.MESSAGE || state == State.PASS);
        long left = state == State.MESSAGE ? whole - have : rest;
        if (within && length <= left) {
            if (state == State.MESSAGE) {
                listener.lost(Omission.LOST_BYTES);
            }
            room(0);
            pass((int) (left - length));
        } else {
            headed = 0;
            search();
            listener.lost(Omission.LOST_BYTES);
        }
    }

    /** Gives back the memory of an unfinished message; what is missing of it passes by. */
    void drop() {
        if (state == State.MESSAGE) {
            pass(whole - have);
        }
        kept = new byte[0];
        keptBytes = ByteBuffer.wrap(kept);
    }

    private void search() {
        state = State.SEARCH;
        room(0);
    }

    private void room(int size) {
        if (size > kept.length || (size == 0 && kept.length > SMALL)) {
            kept = Arrays.copyOf(kept, size == 0 ? 0 : size);
            keptBytes = ByteBuffer.wrap(kept);
        }
    }
}
