package org.rpcscope.dcerpc.wire;

import java.nio.ByteBuffer;
import org.rpcscope.dcerpc.stub.Stub;

/** Puts a stub together from its fragments, as much of it as there is room for. */
final class Gathering {

    private final boolean little;
    private final boolean ndr64;
    private ByteBuffer bytes = ByteBuffer.allocate(0);
    private int length;
    private boolean cut;

    Gathering(boolean little, boolean ndr64) {
        this.little = little;
        this.ndr64 = ndr64;
    }

    int capacity() {
        return bytes.capacity();
    }

    /** Whether there was no room for all of it. */
    boolean isCut() {
        return cut;
    }

    /**
     * Appends the stub of a fragment.
     *
     * @param room how many bytes more may be taken in all
     */
    void add(Pdu pdu, int room) {
        int more = Math.min(pdu.stubLength(), Math.max(0, bytes.capacity() - length + room));
        cut |= more < pdu.stubLength();
        if (length + more > bytes.capacity()) {
            int capacity = Math.min(bytes.capacity() + room, Math.max(2 * bytes.capacity(), length + more));
            bytes = ByteBuffer.allocate(capacity).put(0, bytes, 0, length);
        }
        bytes.put(length, pdu.bytes(), pdu.place(pdu.stub()), more);
        length += more;
    }

    Stub stub() {
        return new Stub(bytes, 0, length, little, ndr64);
    }
}
