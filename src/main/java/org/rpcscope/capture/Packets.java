package org.rpcscope.capture;

import java.util.Arrays;

/**
 * What was decoded from some packets: a fixed number of longs each, one behind the other in the order of the file, so that
 * they are read as fast as memory can. Reused from chunk to chunk.
 */
final class Packets {

    static final int TCP = 0;
    static final int UDP = 1;
    /** A quoted header in an ICMP error, or a firewall's word: the ends are those of the packet that was refused. */
    static final int ICMP_ERROR = 2;
    /** A fragment of an IP datagram: the transport header is not known, or not all of its payload. */
    static final int FRAGMENT = 3;

    /** The payload may begin with a DCE/RPC PDU. */
    static final int CANDIDATE = 1;
    /** The administrator or the host refused, as opposed to no way there ({@link #ICMP_ERROR}). */
    static final int PROHIBITED = 2;
    /** More fragments follow ({@link #FRAGMENT}). */
    static final int MORE = 4;

    private static final int STRIDE = 9;

    private long[] cells = new long[STRIDE * 64];
    private int count;

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    /**
     * Adds a packet.
     *
     * @param time nanoseconds since 1970
     * @param origin where its record begins in the input
     * @param transport a {@link #transport}
     * @param numbers {@link #numbers}
     * @param payload a {@link #payload}
     */
    void add(
            long sourceHigh,
            long sourceLow,
            long destinationHigh,
            long destinationLow,
            long time,
            long origin,
            long transport,
            long numbers,
            long payload) {
        int at = count * STRIDE;
        if (at == cells.length) {
            cells = Arrays.copyOf(cells, at * 2);
        }
        long[] to = cells;
        to[at] = sourceHigh;
        to[at + 1] = sourceLow;
        to[at + 2] = destinationHigh;
        to[at + 3] = destinationLow;
        to[at + 4] = time;
        to[at + 5] = origin;
        to[at + 6] = transport;
        to[at + 7] = numbers;
        to[at + 8] = payload;
        count++;
    }

    /**
     * What a packet is.
     *
     * @param kind {@link #TCP}, {@link #UDP}, {@link #ICMP_ERROR} or {@link #FRAGMENT}
     * @param ports source port in the upper half, destination port in the lower
     * @param tcpFlags the flags octet of TCP; for others the protocol number
     * @param marks {@link #CANDIDATE}, {@link #PROHIBITED}, {@link #MORE}
     */
    static long transport(int kind, int ports, int tcpFlags, int marks) {
        return (long) ports << 32 | (long) kind << 16 | (tcpFlags & 0xFF) << 8 | marks;
    }

    /** TCP's two numbers, or a fragment's identification and offset. */
    static long numbers(int sequence, int acknowledgement) {
        return (long) sequence << 32 | (acknowledgement & 0xFFFFFFFFL);
    }

    /**
     * Where a payload is.
     *
     * @param length its bytes on the wire
     * @param offset where it begins in the chunk's buffer
     * @param captured how many bytes of it are there, at most 65,535
     */
    static long payload(int length, int offset, int captured) {
        return (long) length << 48 | (long) captured << 32 | offset;
    }

    long sourceHigh(int packet) {
        return cells[packet * STRIDE];
    }

    long sourceLow(int packet) {
        return cells[packet * STRIDE + 1];
    }

    long destinationHigh(int packet) {
        return cells[packet * STRIDE + 2];
    }

    long destinationLow(int packet) {
        return cells[packet * STRIDE + 3];
    }

    long time(int packet) {
        return cells[packet * STRIDE + 4];
    }

    long origin(int packet) {
        return cells[packet * STRIDE + 5];
    }

    int ports(int packet) {
        return (int) (cells[packet * STRIDE + 6] >>> 32);
    }

    int kind(int packet) {
        return (int) (cells[packet * STRIDE + 6] >>> 16) & 0xFF;
    }

    int tcpFlags(int packet) {
        return (int) (cells[packet * STRIDE + 6] >>> 8) & 0xFF;
    }

    boolean marked(int packet, int mark) {
        return (cells[packet * STRIDE + 6] & mark) != 0;
    }

    int sequence(int packet) {
        return (int) (cells[packet * STRIDE + 7] >>> 32);
    }

    int acknowledgement(int packet) {
        return (int) cells[packet * STRIDE + 7];
    }

    int payloadLength(int packet) {
        return (int) (cells[packet * STRIDE + 8] >>> 48);
    }

    int payloadCaptured(int packet) {
        return (int) (cells[packet * STRIDE + 8] >>> 32) & 0xFFFF;
    }

    int payloadOffset(int packet) {
        return (int) cells[packet * STRIDE + 8];
    }
}
