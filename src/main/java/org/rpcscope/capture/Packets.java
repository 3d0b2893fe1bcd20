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

    /** Adds a packet between two addresses; the other setters then speak of this packet. */
    void add(long sourceHigh, long sourceLow, long destinationHigh, long destinationLow) {
        int at = count * STRIDE;
        if (at == cells.length) {
            cells = Arrays.copyOf(cells, at * 2);
        }
        cells[at] = sourceHigh;
        cells[at + 1] = sourceLow;
        cells[at + 2] = destinationHigh;
        cells[at + 3] = destinationLow;
        count++;
    }

    /** Completes the packet just added: its time (ns since 1970) and where its record begins in the input. */
    void at(long time, long origin) {
        int at = (count - 1) * STRIDE;
        cells[at + 4] = time;
        cells[at + 5] = origin;
    }

    /**
     * Completes the packet just added.
     *
     * @param kind {@link #TCP}, {@link #UDP}, {@link #ICMP_ERROR} or {@link #FRAGMENT}
     * @param ports source port in the upper half, destination port in the lower
     * @param tcpFlags the flags octet of TCP; for others the protocol number
     * @param marks {@link #CANDIDATE}, {@link #PROHIBITED}, {@link #MORE}
     */
    void transport(int kind, int ports, int tcpFlags, int marks) {
        cells[(count - 1) * STRIDE + 6] = (long) ports << 32 | (long) kind << 16 | (tcpFlags & 0xFF) << 8 | marks;
    }

    /** Completes the packet just added: TCP's two numbers, or a fragment's identification and offset. */
    void numbers(int sequence, int acknowledgement) {
        cells[(count - 1) * STRIDE + 7] = (long) sequence << 32 | (acknowledgement & 0xFFFFFFFFL);
    }

    /**
     * Completes the packet just added.
     *
     * @param length bytes of payload on the wire
     * @param offset where the payload begins in the chunk's buffer
     * @param captured how many bytes of it are there, at most 65,535
     */
    void payload(int length, int offset, int captured) {
        cells[(count - 1) * STRIDE + 8] = (long) length << 48 | (long) captured << 32 | offset;
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
