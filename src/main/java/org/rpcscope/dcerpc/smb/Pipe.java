package org.rpcscope.dcerpc.smb;

import org.jspecify.annotations.Nullable;
import org.rpcscope.dcerpc.wire.Association;
import org.rpcscope.dcerpc.wire.ConversationBuilder;
import org.rpcscope.dcerpc.wire.Headers;
import org.rpcscope.stream.StreamProbe.Sighting;

/**
 * One opened instance of a named pipe, or of what may be one. It carries DCE/RPC once a write or a read began with a PDU that
 * its sender may send; whatever else goes through it is nobody's business here.
 */
final class Pipe {

    private final @Nullable String name;
    private @Nullable Association association;

    /** @param name without {@code \PIPE\}; null where the opening was not captured */
    Pipe(@Nullable String name) {
        this.name = name;
    }

    /** Whether it was seen to carry DCE/RPC. */
    boolean carries() {
        return association != null;
    }

    /**
     * What one side wrote.
     *
     * @param declared how long it says it is: there may be less
     */
    void data(boolean fromClient, Fields data, long declared, Arrival arrival, ConversationBuilder summary) {
        if (association == null && begins(data, fromClient)) {
            association = new Association(summary);
            if (name != null) {
                summary.pipe(name);
            }
        }
        if (association == null) {
            return;
        }
        if (!data.isEmpty()) {
            association.bytes(fromClient, arrival.time(), arrival.last(), data.bytes(), data.offset(), data.length());
        }
        if (declared > data.length()) {
            association.gap(fromClient, arrival.time(), declared - data.length());
        }
    }

    /** Whether data begins with the header of a PDU that its sender may send. */
    static boolean begins(Fields data, boolean fromClient) {
        Sighting sighting = Headers.connection(data.bytes(), data.offset(), data.length());
        return sighting == (fromClient ? Sighting.FROM_CLIENT : Sighting.FROM_SERVER);
    }

    void lost(boolean fromClient, long time) {
        if (association != null) {
            association.gap(fromClient, time, 0);
        }
    }

    void drop() {
        if (association != null) {
            association.drop();
        }
    }

    int pending() {
        return association == null ? 0 : association.pending();
    }
}
