package org.rpcscope.ui.conversation;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pcap4j.packet.IllegalPacket;
import org.pcap4j.packet.IllegalRawDataException;
import org.pcap4j.packet.Packet;
import org.pcap4j.packet.UnknownPacket;
import org.pcap4j.packet.factory.PacketFactories;
import org.pcap4j.packet.namednumber.DataLinkType;
import org.pcap4j.packet.namednumber.EtherType;
import org.rpcscope.session.LinkHeader;
import org.rpcscope.session.LinkType;

/**
 * What is in a packet: its layers as pcap4j reads them, and its bytes. Reading needs no libpcap. Pure; any thread.
 *
 * @param layers from the outermost in; a packet of an unknown link type is one layer of bytes
 * @param bytes as captured; not to be written to
 */
record Dissection(List<Layer> layers, byte[] bytes) {

    static final Dissection NONE = new Dissection(List.of(), new byte[0]);

    /** Tunnels in tunnels are read so far down. */
    private static final int DEEPEST = 32;

    /**
     * One layer.
     *
     * @param offset of its first byte in the packet
     * @param length of its header; for data, of all of it
     */
    record Layer(String name, int offset, int length, List<Field> fields) {}

    /**
     * A line of a layer.
     *
     * @param depth 0 for a field, more for what belongs to the field above it
     */
    record Field(int depth, String text) {}

    /** Reads a packet. Bytes that pcap4j cannot make sense of are a layer of data, whatever it throws at them. */
    static Dissection of(int linkType, byte[] bytes) {
        if (bytes.length == 0) {
            return NONE;
        }
        List<Layer> layers = new ArrayList<>();
        int start = own(linkType, bytes);
        if (bytes.length <= start) {
            return new Dissection(List.of(new Layer("Data", 0, bytes.length, List.of())), bytes);
        }
        if (start > 0) {
            layers.add(new Layer(name(linkType), 0, start, List.of()));
        }
        try {
            Packet packet = decode(linkType, bytes, start);
            if (packet != null) {
                start = walk(packet, start, bytes.length, layers);
            }
        } catch (RuntimeException | IllegalRawDataException | LinkageError e) {
            layers.add(new Layer("Undecoded: " + e.getClass().getSimpleName(), start, bytes.length - start, List.of()));
            start = bytes.length;
        }
        if (start < bytes.length) {
            layers.add(new Layer("Data", start, bytes.length - start, List.of()));
        }
        return new Dissection(List.copyOf(layers), bytes);
    }

    private static @Nullable Packet decode(int linkType, byte[] bytes, int from) throws IllegalRawDataException {
        return switch (linkType) {
            case LinkType.ETHERNET -> linked(DataLinkType.EN10MB, bytes);
            case LinkType.LINUX_COOKED -> linked(DataLinkType.LINUX_SLL, bytes);
            case LinkType.RAW, LinkType.RAW_BSD, LinkType.RAW_OPENBSD, LinkType.IPV4, LinkType.IPV6 -> ip(bytes, from);
            case LinkType.NULL, LinkType.LOOP -> ip(bytes, from); // the numbers of address families differ by system
            case LinkType.LINUX_COOKED_2 ->
                typed(EtherType.getInstance((short) (bytes[0] << 8 | (bytes[1] & 0xff))), bytes, from);
            default ->
                from > 0 ? typed(EtherType.getInstance((short) (behind(linkType, bytes) >>> 32)), bytes, from) : null;
        };
    }

    private static long behind(int linkType, byte[] bytes) {
        return LinkHeader.of(linkType, ByteBuffer.wrap(bytes), 0, bytes.length);
    }

    private static String name(int linkType) {
        return switch (linkType) {
            case LinkType.LINUX_COOKED_2 -> "Linux cooked 2";
            case LinkType.PPP, LinkType.PPP_HDLC -> "PPP";
            case LinkType.CISCO_HDLC -> "Cisco HDLC";
            case LinkType.PFLOG -> "pf log";
            case LinkType.NFLOG -> "netfilter log";
            default -> "BSD loopback";
        };
    }

    private static Packet ip(byte[] bytes, int from) throws IllegalRawDataException {
        return typed((bytes[from] & 0xf0) == 0x60 ? EtherType.IPV6 : EtherType.IPV4, bytes, from);
    }

    /** The bytes of a link header that pcap4j does not read, or not alike for captures of all systems. */
    private static int own(int linkType, byte[] bytes) {
        return switch (linkType) {
            case LinkType.NULL, LinkType.LOOP -> 4;
            case LinkType.LINUX_COOKED_2 -> 20;
            default -> Math.max(0, (int) behind(linkType, bytes));
        };
    }

    private static Packet linked(DataLinkType type, byte[] bytes) {
        return PacketFactories.getFactory(Packet.class, DataLinkType.class).newInstance(bytes, 0, bytes.length, type);
    }

    private static Packet typed(EtherType type, byte[] bytes, int offset) throws IllegalRawDataException {
        return PacketFactories.getFactory(Packet.class, EtherType.class)
                .newInstance(bytes, offset, bytes.length - offset, type);
    }

    /** Adds a layer for each header, and returns where the first byte behind them stands. */
    private static int walk(Packet outer, int start, int end, List<Layer> layers) {
        int at = start;
        Packet packet = outer;
        for (int depth = 0; packet != null && depth < DEEPEST && at < end; depth++) {
            if (packet instanceof IllegalPacket) {
                layers.add(new Layer("Malformed", at, Math.min(packet.length(), end - at), List.of()));
                return Math.min(end, at + packet.length());
            }
            Packet.Header header = packet.getHeader();
            if (header == null || packet instanceof UnknownPacket) {
                return at;
            }
            int length = Math.min(header.length(), end - at);
            layers.add(layer(header.toString(), at, length));
            at += length;
            packet = packet.getPayload();
        }
        return at;
    }

    /** pcap4j writes a header as a title in brackets and indented lines under it. */
    private static Layer layer(String text, int offset, int length) {
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        String title = lines.isEmpty() ? "Header" : lines.getFirst().strip();
        String name = title.startsWith("[") && title.endsWith("]") ? title.substring(1, title.length() - 1) : title;
        List<Field> fields = lines.stream().skip(1).map(Dissection::field).toList();
        return new Layer(name, offset, length, fields);
    }

    private static Field field(String line) {
        int indent = line.length() - line.stripLeading().length();
        return new Field(
                Math.max(0, indent / 2 - 1), line.strip().replace(": /", ": ")); // it writes addresses as /10.0.0.1
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Dissection(var theirs, var their)
                && layers.equals(theirs)
                && Arrays.equals(bytes, their);
    }

    @Override
    public int hashCode() {
        return 31 * layers.hashCode() + Arrays.hashCode(bytes);
    }
}
