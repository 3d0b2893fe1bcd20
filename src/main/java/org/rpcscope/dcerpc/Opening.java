package org.rpcscope.dcerpc;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.stream.StreamInspector;

/** The few first bytes of one side that do not yet say what the stream is. */
final class Opening {

    private @Nullable ByteBuffer head;
    private int have;
    private boolean lost;

    /** What the stream carries, as this segment and what was kept before it say. Undecided bytes are kept. */
    Carrier look(ByteBuffer bytes, int offset, int length) {
        int before = have;
        if (before > 0) {
            ByteBuffer kept = keep(bytes, offset, length);
            Carrier carrier = Carrier.of(kept, 0, have);
            if (carrier == Carrier.UNDECIDED) {
                return carrier;
            }
            have = before;
            if (carrier != Carrier.FOREIGN) {
                return carrier;
            }
            have = 0;
        }
        Carrier carrier = Carrier.of(bytes, offset, length);
        if (carrier == Carrier.UNDECIDED) {
            keep(bytes, offset, length);
        }
        return carrier;
    }

    private ByteBuffer keep(ByteBuffer bytes, int offset, int length) {
        ByteBuffer kept = head == null ? ByteBuffer.allocate(Carrier.ENOUGH) : head;
        head = kept;
        int more = Math.min(length, kept.capacity() - have);
        kept.put(have, bytes, offset, more);
        have += more;
        return kept;
    }

    /** Bytes were lost: what was kept begins nothing. */
    void gap() {
        have = 0;
        lost = true;
    }

    /** Gives what was kept to the one who listens from now on. */
    void replay(boolean fromOriginator, long time, long origin, StreamInspector<?> listener) {
        if (lost) {
            listener.gap(fromOriginator, time, 0);
        }
        if (head != null && have > 0) {
            listener.bytes(fromOriginator, time, origin, head, 0, have);
        }
        head = null;
        have = 0;
    }
}
