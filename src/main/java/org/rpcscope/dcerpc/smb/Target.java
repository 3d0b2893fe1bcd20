package org.rpcscope.dcerpc.smb;

import org.jspecify.annotations.Nullable;

/**
 * What a request works on.
 *
 * @param handle null where the server has yet to say it
 * @param pipe null where it is no pipe
 */
record Target(@Nullable Handle handle, @Nullable Pipe pipe) {

    /** A file, or nothing at all. */
    static final Target NONE = new Target(null, null);
}
