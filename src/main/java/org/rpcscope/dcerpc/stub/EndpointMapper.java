package org.rpcscope.dcerpc.stub;

import java.util.function.Consumer;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Announcement;

/** Answers of the endpoint mapper (C706 appendix O): towers, of which those over TCP announce a port. */
final class EndpointMapper {

    static final int LOOKUP = 2;
    static final int MAP = 3;

    /** An entry handle: attributes and a UUID. */
    private static final int HANDLE = 20;

    /** What a server answers that does not know its address: itself. */
    private static final IpAddress UNSPECIFIED = IpAddress.v4(0);

    private EndpointMapper() {}

    /** {@code ept_lookup}: entries of an object, a pointer to a tower and an annotation. */
    static void lookup(NdrReader in, Consumer<Announcement> out) {
        long entries = elements(in);
        long towers = 0;
        for (long i = 0; i < entries && !in.ended(); i++) {
            in.align();
            in.uuid();
            towers += in.pointer() ? 1 : 0;
            in.size();
            in.skip(in.size());
        }
        towers(in, towers, out);
    }

    /** {@code ept_map}: pointers to towers. */
    static void map(NdrReader in, Consumer<Announcement> out) {
        long entries = elements(in);
        long towers = 0;
        for (long i = 0; i < entries && !in.ended(); i++) {
            towers += in.pointer() ? 1 : 0;
        }
        towers(in, towers, out);
    }

    /** The head of both answers: the handle, the number of entries, and the varying array that says it again. */
    private static long elements(NdrReader in) {
        in.skip(HANDLE);
        in.u32();
        in.size();
        in.size();
        return in.size();
    }

    private static void towers(NdrReader in, long count, Consumer<Announcement> out) {
        for (long i = 0; i < count && !in.ended(); i++) {
            in.size();
            announce(Tower.read(in.packed(in.u32())), out);
        }
    }

    private static void announce(Tower tower, Consumer<Announcement> out) {
        if (tower.transport() == Tower.Transport.TCP && tower.port() != 0 && tower.interfaceId() != null) {
            IpAddress address = tower.address() == null ? UNSPECIFIED : tower.address();
            out.accept(new Announcement(
                    Announcement.Kind.ENDPOINT_MAPPER, tower.interfaceId(), address, null, tower.port()));
        }
    }
}
