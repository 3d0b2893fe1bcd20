package org.rpcscope.dcerpc.stub;

import java.util.function.Consumer;
import org.rpcscope.rpc.Announcement;

/** Answers of IObjectExporter (MS-DCOM 3.1.2.5.1): bindings of an exporter, or of the resolver itself. */
final class ObjectExporter {

    static final int RESOLVE_OXID = 0;
    static final int RESOLVE_OXID_2 = 4;
    static final int SERVER_ALIVE_2 = 5;

    private ObjectExporter() {}

    /** {@code ResolveOxid} and {@code ResolveOxid2}: the bindings come first. */
    static void resolve(NdrReader in, Consumer<Announcement> out) {
        StringBindings.pointed(in, out);
    }

    /** {@code ServerAlive2}: a version, then the bindings. */
    static void alive(NdrReader in, Consumer<Announcement> out) {
        in.skip(4);
        StringBindings.pointed(in, out);
    }
}
