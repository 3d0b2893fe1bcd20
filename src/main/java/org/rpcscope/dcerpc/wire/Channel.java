package org.rpcscope.dcerpc.wire;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.stream.StreamProbe.Sighting;

/**
 * One side of an association: finds where its PDUs begin, and hands over as many bytes of each as its reader asks for. The
 * rest of a PDU is passed over without being kept. Where bytes are missing or make no sense it is lost, until a segment
 * begins with a header that holds.
 */
final class Channel {

    /** Who reads the PDUs. */
    interface Reader {

        /** Whether a header that says who sends it may come from this side. */
        boolean accepts(Channel channel, Sighting sighting);

        /** How many bytes of the PDU with this header must be together to read it: from 16 to all of it. */
        int needs(Pdu header);

        /** Reads a PDU, of which no more bytes than it needs may be looked at. */
        void read(Channel channel, Pdu pdu);

        /** Bytes where a PDU should begin are none. */
        void malformed();

        /** Somebody else's unfinished business makes room, so that all of it stays within the bound. */
        void makeRoom(Channel channel, int bytes);
    }

    /** A header in two segments is common, and keeps its little buffer. */
    private static final int SMALL = 64;

    private final Reader reader;
    private final Pdu pdu;

    private @Nullable ByteBuffer held;
    private int have;
    private int need;
    /** Whether the header of what is held was found to hold. */
    private boolean checked;

    private int passing;
    private boolean lost;
    private boolean begun;

    private long firstOrigin;

    Channel(Reader reader, Pdu pdu) {
        this.reader = reader;
        this.pdu = pdu;
    }

    /** Where the record of the packet stands that began the PDU being read. */
    long firstOrigin() {
        return firstOrigin;
    }

    int pending() {
        return held == null || have == 0 ? 0 : held.capacity();
    }

    /** @param origin where the record stands of the packet that completed the bytes */
    void bytes(long origin, ByteBuffer in, int offset, int length) {
        int at = offset;
        int end = offset + length;
        if (lost && !regains(in, offset, length)) {
            return;
        }
        while (at < end) {
            if (passing > 0) {
                int passed = Math.min(passing, end - at);
                passing -= passed;
                at += passed;
            } else {
                at += have > 0 ? resume(in, at, end - at) : begin(origin, in, at, end - at);
            }
        }
    }

    /** Whether a segment begins with a PDU, or goes on with what seemed to be the beginning of one. */
    private boolean regains(ByteBuffer in, int offset, int length) {
        if (Headers.connection(in, offset, length) != Sighting.NONE) {
            forget();
            return true;
        }
        return have > 0 || (length < Headers.LENGTH && Headers.mayBegin(in, offset, length));
    }

    private int begin(long origin, ByteBuffer in, int at, int there) {
        firstOrigin = origin;
        if (there < Headers.LENGTH) {
            if (!Headers.mayBegin(in, at, there)) {
                return lose(there);
            }
            need = Headers.LENGTH;
            return hold(in, at, there);
        }
        if (!check(in, at)) {
            return lose(there);
        }
        if (there < need) {
            return hold(in, at, there);
        }
        return deliver(in, at, there) ? need : lose(there);
    }

    private int resume(ByteBuffer in, int at, int there) {
        int more = Math.min(need - have, there);
        hold(in, at, more);
        ByteBuffer whole = held;
        if (whole == null || have < need) {
            return more;
        }
        if (!checked) {
            if (!check(whole, 0)) {
                forget();
                return lose(there);
            }
            checked = true;
            if (have < need) {
                return more;
            }
        }
        boolean delivered = deliver(whole, 0, have);
        forget();
        return delivered ? more : lose(there);
    }

    /** Whether a header holds; then it is known how much of its PDU is needed. */
    private boolean check(ByteBuffer in, int at) {
        if (!reader.accepts(this, Headers.connection(in, at, Headers.LENGTH))) {
            return false;
        }
        lost = false;
        begun = true;
        pdu.of(in, at, Headers.LENGTH);
        need = reader.needs(pdu);
        return true;
    }

    private boolean deliver(ByteBuffer in, int at, int there) {
        if (Headers.connection(in, at, need) == Sighting.NONE) {
            return false;
        }
        pdu.of(in, at, Math.min(there, need));
        passing = pdu.fragmentLength() - need;
        reader.read(this, pdu);
        pdu.release();
        return true;
    }

    private int hold(ByteBuffer in, int at, int length) {
        ByteBuffer room = held;
        if (room == null || room.capacity() < have + length) {
            int capacity = Math.max(SMALL, Math.min(need, Math.max(2 * have, have + length)));
            reader.makeRoom(this, capacity);
            ByteBuffer larger = ByteBuffer.allocate(capacity);
            if (room != null) {
                larger.put(0, room, 0, have);
            }
            held = larger;
            room = larger;
        }
        checked |= have == 0 && length >= Headers.LENGTH;
        room.put(have, in, at, length);
        have += length;
        return length;
    }

    private void forget() {
        have = 0;
        checked = false;
        if (held != null && held.capacity() > SMALL) {
            held = null;
        }
    }

    /** Gives up the rest of a segment. */
    private int lose(int there) {
        if (!lost && begun) {
            reader.malformed();
        }
        lost = true;
        return there;
    }

    /** Bytes are missing: 0 for an unknown number. Whether it still knows where it is. */
    boolean gap(long length) {
        boolean found = drop();
        if (found && length > 0 && length <= passing) {
            passing -= (int) length;
            return true;
        }
        passing = 0;
        lost = true;
        return false;
    }

    /** Forgets what it holds of an unfinished PDU. Whether it still knows where it is. */
    boolean drop() {
        if (have > 0) {
            ByteBuffer part = held;
            if (part == null || !checked) {
                lost = true;
            } else {
                pdu.of(part, 0, have);
                passing = pdu.fragmentLength() - have;
                pdu.release();
            }
            forget();
        }
        return !lost;
    }
}
