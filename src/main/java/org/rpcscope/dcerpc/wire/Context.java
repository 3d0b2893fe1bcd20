package org.rpcscope.dcerpc.wire;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.InterfaceId;

/** A presentation context: what a number stands for in the calls of an association (C706 12.6.3.1). */
final class Context {

    /** The transfer syntax of 64-bit machines (MS-RPCE 2.2.4.12). */
    static final UUID NDR64 = UUID.fromString("71710533-beba-4937-8319-b5dbef9ccc36");

    final int id;
    final InterfaceId interfaceId;

    /** Whether stubs are in NDR64. */
    boolean ndr64;

    /** The operation called last, which is mostly the next one too. */
    @Nullable
    Operation operation;

    Context(int id, InterfaceId interfaceId, boolean ndr64) {
        this.id = id;
        this.interfaceId = interfaceId;
        this.ndr64 = ndr64;
    }
}
