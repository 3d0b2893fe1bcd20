package org.rpcscope.session;

/**
 * One packet of a conversation, as a capture holds it: where it stands, not what is in it.
 *
 * @param origin where its record begins in the unpacked input
 * @param time nanoseconds since 1970
 * @param fromOriginator whether the side that opened the conversation sent it; an ICMP error about what that side sent
 *     counts as the other side's
 * @param linkType what its first bytes are (the LINKTYPE registry of tcpdump.org)
 * @param length bytes on the wire
 * @param captured how many of them are in the input
 * @param data where they begin in the unpacked input
 */
public record Packet(
        long origin, long time, boolean fromOriginator, int linkType, int length, int captured, long data) {}
