package org.rpcscope.dcerpc.smb;

import org.rpcscope.rpc.Omission;

/** Who is told of the messages of one side. */
interface MessageListener {

    /**
     * How many bytes of a message are worth keeping.
     *
     * @param beginning its first {@link MessageFraming#BEGINNING} bytes, or all of a shorter one
     * @param whole how long it says it is
     */
    int keep(Fields beginning, int whole);

    /**
     * A message, or what was to be kept of it.
     *
     * @param message valid during the call
     */
    void message(Fields message, Arrival arrival);

    /** Bytes are missing, or are no message, that may have held anything. */
    void lost(Omission why);
}
