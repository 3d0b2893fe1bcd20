package org.rpcscope.capture;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rpcscope.session.LinkType;

/** Writes a capture of one or more conversations packet by packet, raw IP, a millisecond apart. */
final class TalkCapture {

    static final int FIN = 1;
    static final int SYN = 2;
    static final int RST = 4;
    static final int ACK = 16;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int clientPort = 50_000;
    private int serverPort;
    private int packets;
    private boolean udp;

    TalkCapture(int serverPort) {
        this.serverPort = serverPort;
        ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0xA1B2C3D4).putInt(0x00040002).putLong(0).putInt(262_144).putInt(LinkType.RAW);
        out.writeBytes(header.array());
    }

    /** The packets from now on have this client's port. */
    TalkCapture from(int port) {
        clientPort = port;
        return this;
    }

    /** The packets from now on are UDP datagrams. */
    TalkCapture datagrams() {
        udp = true;
        return this;
    }

    /** SYN, SYN-ACK and ACK: the client's first byte is number 1001, the server's 5001. */
    TalkCapture handshake() {
        return client(SYN, 1000, 0, "").server(SYN | ACK, 5000, 1001, "").client(ACK, 1001, 5001, "");
    }

    TalkCapture client(int flags, int sequence, int acknowledgement, String payload) {
        return packet(true, flags, sequence, acknowledgement, payload, payload.length());
    }

    TalkCapture server(int flags, int sequence, int acknowledgement, String payload) {
        return packet(false, flags, sequence, acknowledgement, payload, payload.length());
    }

    /** A packet of which only so many bytes of payload were captured. */
    TalkCapture packet(boolean client, int flags, int sequence, int acknowledgement, String payload, int captured) {
        int header = udp ? 8 : 20;
        int length = 20 + header + payload.length();
        int there = 20 + header + captured;
        ByteBuffer record = ByteBuffer.allocate(16 + there).order(ByteOrder.LITTLE_ENDIAN);
        record.putInt(1_795_500_000).putInt(1000 * packets++).putInt(there).putInt(length);
        record.order(ByteOrder.BIG_ENDIAN)
                .putShort((short) 0x4500)
                .putShort((short) length)
                .putInt(0)
                .putShort((short) (udp ? 0x4011 : 0x4006))
                .putShort((short) 0)
                .putInt(client ? 0x0A14041F : 0x2D940A4D)
                .putInt(client ? 0x2D940A4D : 0x0A14041F)
                .putShort((short) (client ? clientPort : serverPort))
                .putShort((short) (client ? serverPort : clientPort));
        if (udp) {
            record.putShort((short) (8 + payload.length())).putShort((short) 0);
        } else {
            record.putInt(sequence)
                    .putInt(acknowledgement)
                    .putShort((short) (0x5000 | flags))
                    .putShort((short) 8192)
                    .putInt(0);
        }
        record.put(payload.getBytes(StandardCharsets.ISO_8859_1), 0, captured);
        out.writeBytes(record.array());
        return this;
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** What an inspection was told of each conversation, in the order of their first packets. */
    List<List<String>> heard(Dictation inspection) {
        try {
            return Captures.read(new BytesSource(bytes(), true), inspection, 1, 1 << 20).sessions().stream()
                    .map(session -> session.conversation().pipes())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What it was told of the only conversation. */
    List<String> heard() {
        List<List<String>> all = heard(Dictation.PLAIN);
        if (all.size() != 1) {
            throw new AssertionError("not one conversation but " + all);
        }
        return all.getFirst();
    }
}
