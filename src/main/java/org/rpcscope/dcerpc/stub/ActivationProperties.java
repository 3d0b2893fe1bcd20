package org.rpcscope.dcerpc.stub;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.rpcscope.rpc.Announcement;

/**
 * The properties that an activator answers (MS-DCOM 2.2.22): a header that lists them, then each of them serialised for
 * itself.
 */
final class ActivationProperties {

    /** The class of the whole, and of the property that holds the references to the objects. */
    static final UUID PROPERTIES_OUT = clsid(0x339);

    /** The property that holds the bindings of the exporter: ScmReplyInfoData. */
    private static final UUID SCM_REPLY = clsid(0x1B6);

    /** As many as may be listed (MS-DCOM 2.2.22.1). */
    private static final int MOST = 10;

    private record Property(UUID clsid, long size) {}

    private ActivationProperties() {}

    static void read(NdrReader in, Consumer<Announcement> out) {
        in.skip(8); // the size of it all, and a reserved number
        NdrReader header = in.rest().serialised();
        header.u32();
        in.skip(header.u32());
        for (Property property : listed(header)) {
            NdrReader content = in.packed(property.size()).serialised();
            if (property.clsid().equals(SCM_REPLY)) {
                reply(content, out);
            } else if (property.clsid().equals(PROPERTIES_OUT)) {
                references(content, out);
            }
        }
    }

    /** What the header lists: classes, then sizes, each behind a pointer. */
    private static List<Property> listed(NdrReader header) {
        header.skip(8); // reserved, and the destination context
        int count = (int) Math.min(header.u32(), MOST);
        header.uuid();
        header.pointer();
        header.pointer();
        header.pointer();
        List<UUID> classes = new ArrayList<>();
        header.size();
        for (int i = 0; i < count; i++) {
            classes.add(header.uuid());
        }
        header.size();
        return classes.stream().map(each -> new Property(each, header.u32())).toList();
    }

    /** ScmReplyInfoData (MS-DCOM 2.2.22.2.8): the exporter of the new object, and the bindings of it. */
    private static void reply(NdrReader in, Consumer<Announcement> out) {
        boolean reserved = in.pointer();
        if (!in.pointer()) {
            return;
        }
        if (reserved) {
            in.u32();
        }
        in.u64(); // OXID
        boolean bindings = in.pointer();
        in.uuid();
        in.u32();
        in.skip(4);
        if (bindings) {
            StringBindings.conformant(in, out);
        }
    }

    /** PropsOutInfo (MS-DCOM 2.2.22.2.9): interfaces, results, and a reference for each. */
    private static void references(NdrReader in, Consumer<Announcement> out) {
        in.u32();
        boolean interfaces = in.pointer();
        boolean results = in.pointer();
        boolean references = in.pointer();
        if (interfaces) {
            in.skip(16 * in.size());
        }
        if (results) {
            in.skip(4 * in.size());
        }
        if (references) {
            ObjectReference.each(in, reference -> ObjectReference.read(reference, out, (clsid, data) -> {}));
        }
    }

    private static UUID clsid(long number) {
        return new UUID(number << 32, 0xC000_0000_0000_0046L);
    }
}
