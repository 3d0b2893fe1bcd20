package org.rpcscope.capture;

import java.util.List;
import org.rpcscope.session.LinkType;

/**
 * What a capture file has said about itself up to a place: the byte order, and of each interface the link type and the
 * time. Immutable: a block that says more makes another one, so that two can be compared. Of a pcap file there is one, with
 * one interface.
 *
 * @param little whether numbers are little endian
 * @param interfaces by their numbers
 */
record Section(boolean little, List<Interface> interfaces) {

    /** Before any header. */
    static final Section NONE = new Section(false, List.of());

    /** So many interfaces a section may have: more is damage or an attack. */
    static final int MOST_INTERFACES = 4096;

    /**
     * One interface.
     *
     * @param linkType the number of {@link LinkType}, known or not
     * @param snapLength the most bytes of a packet, or 0 for no limit
     * @param clock what its time stamps mean
     * @param origin where in the input it is described
     */
    record Interface(int linkType, int snapLength, Clock clock, long origin) {}
}
