package org.rpcscope.session;

/** The transports whose conversations are sessions. Others are counted, not listed. */
public enum Transport {
    TCP(6, "tcp"),
    UDP(17, "udp");

    private final int protocol;
    private final String label;

    Transport(int protocol, String label) {
        this.protocol = protocol;
        this.label = label;
    }

    /** The IANA protocol number. */
    public int protocol() {
        return protocol;
    }

    /** The lower-case name, as in records and rules. */
    public String label() {
        return label;
    }
}
