package org.rpcscope.dcerpc.stub;

import static java.util.Map.entry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.rpcscope.rpc.Announcement;

/** Which answers announce ports, and the ports that they announce. Any bytes are read as far as they make sense. */
public final class Announcements {

    /** A lookup may list every endpoint of a host; no host has so many. */
    static final int MOST = 4096;

    private static final UUID ENDPOINT_MAPPER = UUID.fromString("e1af8308-5d1f-11c9-91a4-08002b14a0fa");
    private static final UUID OBJECT_EXPORTER = UUID.fromString("99fcfec4-5260-101b-bbcb-00aa0021347a");
    private static final UUID ACTIVATION = UUID.fromString("4d9f4ab8-7d1c-11cf-861e-0020af6e7c57");
    private static final UUID SCM_ACTIVATOR = UUID.fromString("000001a0-0000-0000-c000-000000000046");

    private record Operation(UUID interfaceUuid, int opnum) {}

    private static final Map<Operation, BiConsumer<NdrReader, Consumer<Announcement>>> READERS = Map.ofEntries(
            entry(new Operation(ENDPOINT_MAPPER, EndpointMapper.LOOKUP), EndpointMapper::lookup),
            entry(new Operation(ENDPOINT_MAPPER, EndpointMapper.MAP), EndpointMapper::map),
            entry(new Operation(OBJECT_EXPORTER, ObjectExporter.RESOLVE_OXID), ObjectExporter::resolve),
            entry(new Operation(OBJECT_EXPORTER, ObjectExporter.RESOLVE_OXID_2), ObjectExporter::resolve),
            entry(new Operation(OBJECT_EXPORTER, ObjectExporter.SERVER_ALIVE_2), ObjectExporter::alive),
            entry(new Operation(ACTIVATION, Activator.REMOTE_ACTIVATION), Activator::activation),
            entry(new Operation(SCM_ACTIVATOR, Activator.REMOTE_GET_CLASS_OBJECT), Activator::properties),
            entry(new Operation(SCM_ACTIVATOR, Activator.REMOTE_CREATE_INSTANCE), Activator::properties));

    private Announcements() {}

    /** Whether answers of an operation may announce ports, and so are worth putting together. */
    public static boolean wanted(UUID interfaceUuid, int opnum) {
        return READERS.containsKey(new Operation(interfaceUuid, opnum));
    }

    /**
     * The TCP ports that an answer announces, each once, in the order of the answer. None for an operation that is not
     * {@link #wanted}; of a damaged answer what could be read.
     *
     * @param response the stub data of the response
     */
    public static List<Announcement> of(UUID interfaceUuid, int opnum, Stub response) {
        BiConsumer<NdrReader, Consumer<Announcement>> reader = READERS.get(new Operation(interfaceUuid, opnum));
        if (reader == null) {
            return List.of();
        }
        Set<Announcement> found = new LinkedHashSet<>();
        reader.accept(NdrReader.of(response), announcement -> {
            if (found.size() < MOST) {
                found.add(announcement);
            }
        });
        return List.copyOf(found);
    }
}
