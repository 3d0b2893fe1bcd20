package org.rpcscope.dcerpc.smb;

/** What a client is connected to, as far as it matters here. */
enum Share {
    /** {@code IPC$}: what is opened there is a pipe. */
    PIPES,
    /** Files or printers. */
    OTHER,
    /** The connecting was not captured. */
    UNKNOWN;

    /** By its path, where the server has not said it. */
    static Share ofPath(String path) {
        String name = path.substring(path.lastIndexOf('\\') + 1);
        return name.equalsIgnoreCase("IPC$") ? PIPES : OTHER;
    }
}
