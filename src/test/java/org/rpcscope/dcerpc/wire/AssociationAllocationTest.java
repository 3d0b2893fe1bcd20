package org.rpcscope.dcerpc.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.rpcscope.dcerpc.wire.Pdus.Item;
import org.rpcscope.dcerpc.wire.Pdus.Result;
import org.rpcscope.rpc.InterfaceId;

/** Bulk data goes by without an object for each PDU, however it is cut into segments. */
class AssociationAllocationTest {

    private static final int CALLS = 20_000;

    private final Pdus pdus = Pdus.little();
    private final ByteBuffer request = ByteBuffer.wrap(pdus.request(2, 0, 1, new byte[3000]));
    private final ByteBuffer response = ByteBuffer.wrap(pdus.response(2, 0, new byte[3000]));

    @Test
    void callsMakeNoObjects() {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        InterfaceId id = new InterfaceId(new UUID(1, 2), 1, 0);
        Dialogue dialogue = Dialogue.silent()
                .client(pdus.bind(1, new Item(0, id, Pdus.NDR)))
                .server(pdus.bindAck(1, new Result(Pdus.ACCEPT, 0, Pdus.NDR)));
        call(dialogue.association, 100);
        long before = thread.getCurrentThreadAllocatedBytes();
        call(dialogue.association, CALLS);
        long allocated = thread.getCurrentThreadAllocatedBytes() - before;
        assertEquals(CALLS + 100, dialogue.result().calls().getFirst().count());
        assertTrue(allocated < CALLS, allocated + " bytes for " + CALLS + " calls");
    }

    /** Headers in one piece, and in two. */
    private void call(Association association, int times) {
        for (int i = 0; i < times; i++) {
            int cut = i % 2 == 0 ? 1460 : 10;
            association.bytes(true, i, i, request, 0, cut);
            association.bytes(true, i, i, request, cut, request.limit() - cut);
            association.bytes(false, i, i, response, 0, response.limit());
        }
    }
}
