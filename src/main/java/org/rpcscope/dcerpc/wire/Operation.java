package org.rpcscope.dcerpc.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Calls;

/** The calls of one operation while they are being counted. */
final class Operation {

    final @Nullable UUID uuid;
    final int opnum;

    private long count;
    private long faults;

    Operation(@Nullable UUID uuid, int opnum) {
        this.uuid = uuid;
        this.opnum = opnum;
    }

    void called() {
        count++;
    }

    void failed() {
        faults++;
    }

    Calls calls() {
        return Calls.captured(uuid, opnum, count, faults);
    }
}
