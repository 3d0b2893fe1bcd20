package org.rpcscope.dcerpc.stub;

import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.rpcscope.rpc.Announcement;

/** Answers to who wants an object made: IActivation (MS-DCOM 3.1.2.5.2.3.1) and IRemoteSCMActivator (3.1.2.5.2.3.2, .3). */
final class Activator {

    static final int REMOTE_ACTIVATION = 0;
    static final int REMOTE_GET_CLASS_OBJECT = 3;
    static final int REMOTE_CREATE_INSTANCE = 4;

    private Activator() {}

    /** {@code RemoteActivation}: the exporter and its bindings, then a reference for each interface asked for. */
    static void activation(NdrReader in, Consumer<Announcement> out) {
        that(in);
        in.u64(); // OXID
        StringBindings.pointed(in, out);
        in.uuid(); // IPID of IRemUnknown
        in.u32(); // authentication hint
        in.u16(); // version
        in.u16();
        in.u32(); // result
        ObjectReference.each(in, reference -> ObjectReference.read(reference, out, properties(out)));
    }

    /** {@code RemoteGetClassObject} and {@code RemoteCreateInstance}: one reference, which marshals itself. */
    static void properties(NdrReader in, Consumer<Announcement> out) {
        that(in);
        if (in.pointer()) {
            ObjectReference.read(ObjectReference.pointed(in), out, properties(out));
        }
    }

    private static BiConsumer<UUID, NdrReader> properties(Consumer<Announcement> out) {
        return (clsid, data) -> {
            if (clsid.equals(ActivationProperties.PROPERTIES_OUT)) {
                ActivationProperties.read(data, out);
            }
        };
    }

    /** ORPCTHAT (MS-DCOM 2.2.13.4): flags and extensions, which few servers send. */
    private static void that(NdrReader in) {
        in.u32();
        if (!in.pointer()) {
            return;
        }
        in.u32();
        in.u32();
        if (!in.pointer()) {
            return;
        }
        long count = in.size();
        long there = 0;
        for (long i = 0; i < count && !in.ended(); i++) {
            there += in.pointer() ? 1 : 0;
        }
        for (long i = 0; i < there && !in.ended(); i++) {
            long size = in.size(); // the data's size stands before the extension, as of every structure that ends in
            // an array
            in.uuid();
            in.u32();
            in.skip(size);
        }
    }
}
