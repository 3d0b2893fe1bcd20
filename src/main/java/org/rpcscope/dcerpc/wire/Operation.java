package org.rpcscope.dcerpc.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rpcscope.dcerpc.stub.Announcements;
import org.rpcscope.rpc.Calls;

/** The calls of one operation while they are being counted. */
final class Operation {

    final @Nullable UUID uuid;
    final int opnum;
    /** Whether its answers announce ports. */
    final boolean wanted;

    private long count;
    private long faults;

    Operation(@Nullable UUID uuid, int opnum) {
        this.uuid = uuid;
        this.opnum = opnum;
        this.wanted = uuid != null && Announcements.wanted(uuid, opnum);
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
