package org.rpcscope.dcerpc.stub;

import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.rpcscope.rpc.Announcement;

/** OBJREF (MS-DCOM 2.2.18): how to reach an object, little-endian and packed whatever carries it. */
final class ObjectReference {

    /** {@code MEOW}. */
    private static final long SIGNATURE = 0x574F454DL;

    private static final int STANDARD = 1;
    private static final int HANDLER = 2;
    private static final int CUSTOM = 4;
    private static final int EXTENDED = 8;

    /** STDOBJREF: flags, references, OXID, OID and IPID. */
    private static final int STANDARD_LENGTH = 40;

    private static final int CLSID_LENGTH = 16;

    private ObjectReference() {}

    /** The content of an MInterfacePointer (MS-DCOM 2.2.14), as NDR has it. */
    static NdrReader pointed(NdrReader in) {
        in.size();
        return in.packed(in.u32());
    }

    /** A conformant array of pointers to MInterfacePointers. */
    static void each(NdrReader in, Consumer<NdrReader> reference) {
        long count = in.size();
        long there = 0;
        for (long i = 0; i < count && !in.ended(); i++) {
            there += in.pointer() ? 1 : 0;
        }
        for (long i = 0; i < there && !in.ended(); i++) {
            reference.accept(pointed(in));
        }
    }

    /**
     * Reads the string bindings of the resolver that knows the object.
     *
     * @param custom given the class and the data of an object that marshals itself
     */
    static void read(NdrReader in, Consumer<Announcement> out, BiConsumer<UUID, NdrReader> custom) {
        if (in.u32() != SIGNATURE) {
            return;
        }
        long kind = in.u32();
        in.uuid();
        if (kind == CUSTOM) {
            UUID clsid = in.uuid();
            in.skip(8); // an extension that is always empty, and a size that servers get wrong
            custom.accept(clsid, in.rest());
        } else if (kind == STANDARD || kind == HANDLER || kind == EXTENDED) {
            in.skip(STANDARD_LENGTH);
            in.skip(kind == HANDLER ? CLSID_LENGTH : kind == EXTENDED ? 4 : 0);
            StringBindings.read(in, out);
        }
    }
}
