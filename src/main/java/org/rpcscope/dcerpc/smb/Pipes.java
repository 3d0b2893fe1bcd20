package org.rpcscope.dcerpc.smb;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rpcscope.dcerpc.wire.ConversationBuilder;
import org.rpcscope.rpc.Omission;

/** The pipes that are open in a connection, each with its own association. */
final class Pipes {

    private static final int MOST = 256;
    private static final int LONGEST_NAME = 256;

    private final ConversationBuilder summary;
    private final Recent<Handle, Pipe> open;

    Pipes(ConversationBuilder summary) {
        this.summary = summary;
        this.open = new Recent<>(MOST, pipe -> {
            if (pipe.carries()) {
                summary.omit(Omission.DROPPED);
            }
        });
    }

    /** A pipe of that name, as a client asks for it; it is open once the server says so. */
    static Pipe named(String path) {
        String name = path.startsWith("\\") ? path.substring(1) : path;
        name = name.toUpperCase(Locale.ROOT).startsWith("PIPE\\") ? name.substring(5) : name;
        return new Pipe(name.substring(0, Math.min(name.length(), LONGEST_NAME)));
    }

    void opened(Handle handle, Pipe pipe) {
        open.put(handle, pipe);
    }

    void closed(Handle handle) {
        open.remove(handle);
    }

    /** What a handle means: an open pipe, else what may turn out to be one by what it carries, else a file. */
    Target at(Handle handle, Share share) {
        Pipe pipe = open.get(handle);
        if (pipe == null && share != Share.OTHER) {
            pipe = new Pipe(null);
        }
        return new Target(handle, pipe);
    }

    /** What one side wrote into a pipe; one whose opening was not captured is kept once it carries DCE/RPC. */
    void data(Target target, boolean fromClient, Fields data, long declared, Arrival arrival) {
        Pipe pipe = target.pipe();
        if (pipe == null) {
            return;
        }
        boolean carried = pipe.carries();
        pipe.data(fromClient, data, declared, arrival, summary);
        Handle handle = target.handle();
        if (!carried && pipe.carries() && handle != null) {
            open.put(handle, pipe);
        }
    }

    /** Whether data is worth keeping: of a pipe that carries DCE/RPC, or the beginning of it. */
    static boolean wanted(@Nullable Pipe pipe, boolean fromClient, Fields data) {
        return pipe != null && (pipe.carries() || Pipe.begins(data, fromClient));
    }

    void lost(boolean fromClient, long time) {
        open.values().forEach(pipe -> pipe.lost(fromClient, time));
    }

    void drop() {
        open.values().forEach(Pipe::drop);
    }

    int pending() {
        return open.values().stream().mapToInt(Pipe::pending).sum();
    }
}
