package org.rpcscope.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Writes a large capture for measurements: thousands of TCP conversations at a time, with handshakes, running sequence
 * numbers and closes, packets of the sizes that networks have, and real DCE/RPC (bind, bind_ack, requests and responses)
 * in one conversation of fifty, on port 135 and on the dynamic port that follows. The same arguments give the same bytes.
 *
 * <p>{@code CaptureGenerator FILE BYTES}
 */
public final class CaptureGenerator {

    private static final int CONCURRENT = 4000;
    private static final int SYN = 2;
    private static final int ACK = 16;
    private static final int PSH_ACK = 24;
    private static final int FIN_ACK = 17;

    private final Random random = new Random(20261124);
    private final ByteBuffer packet = ByteBuffer.allocate(2048);
    private final byte[] content = new byte[1 << 16];
    private final OutputStream out;
    private long written;
    private long micros = 1_795_500_000_000_000L;

    private CaptureGenerator(OutputStream out) {
        this.out = out;
        random.nextBytes(content);
    }

    /** One conversation under way. */
    private static final class Talk {
        int client;
        int server;
        int clientPort;
        int serverPort;
        int clientSequence;
        int serverSequence;
        boolean rpc;
        int step;
        int steps;
    }

    public static void main(String[] arguments) throws IOException {
        try (OutputStream out =
                new java.io.BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0])), 1 << 20)) {
            new CaptureGenerator(out).write(Long.parseLong(arguments[1]));
        }
    }

    private void write(long bytes) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(0xA1B2C3D4)
                .putShort((short) 2)
                .putShort((short) 4)
                .putInt(0)
                .putInt(0)
                .putInt(262_144)
                .putInt(1);
        out.write(header.array());
        Talk[] talks = new Talk[CONCURRENT];
        for (int i = 0; i < CONCURRENT; i++) {
            talks[i] = begin();
        }
        while (written < bytes) {
            int i = random.nextInt(CONCURRENT);
            if (talks[i].step > talks[i].steps) {
                talks[i] = begin();
            }
            advance(talks[i]);
        }
    }

    private Talk begin() {
        Talk talk = new Talk();
        talk.rpc = random.nextInt(50) == 0;
        talk.client = 10 << 24 | 20 << 16 | random.nextInt(1 << 12);
        boolean outside = random.nextInt(4) != 0;
        talk.server =
                outside ? 45 << 24 | 148 << 16 | random.nextInt(1 << 14) : 10 << 24 | 21 << 16 | random.nextInt(1 << 8);
        talk.clientPort = 49152 + random.nextInt(16384);
        talk.serverPort = talk.rpc
                ? (random.nextBoolean() ? 135 : 49664 + random.nextInt(64))
                : random.nextInt(3) == 0 ? 80 : 443;
        talk.clientSequence = random.nextInt();
        talk.serverSequence = random.nextInt();
        talk.steps = talk.rpc
                ? 3 + 2 * (1 + random.nextInt(10))
                : 6 + (int) Math.min(400, -Math.log(1 - random.nextDouble()) * 24);
        return talk;
    }

    private void advance(Talk talk) throws IOException {
        int step = talk.step++;
        switch (step) {
            case 0 -> segment(talk, true, SYN, content, 0, 0);
            case 1 -> segment(talk, false, SYN | ACK, content, 0, 0);
            case 2 -> segment(talk, true, ACK, content, 0, 0);
            default -> {
                if (step >= talk.steps) {
                    segment(talk, step % 2 == 0, FIN_ACK, content, 0, 0);
                } else if (talk.rpc) {
                    byte[] pdu = pdu(step - 3);
                    segment(talk, step % 2 == 1, PSH_ACK, pdu, 0, pdu.length);
                } else {
                    boolean small = random.nextInt(3) == 0;
                    int length = small ? random.nextInt(100) : 400 + random.nextInt(1049);
                    segment(talk, small, PSH_ACK, content, random.nextInt(content.length - 1500), length);
                }
            }
        }
    }

    /** The PDUs of a conversation in turn: bind, bind_ack, then request and response. */
    private byte[] pdu(int number) {
        byte[] epmapper = {
            0x08,
            (byte) 0x83,
            (byte) 0xaf,
            (byte) 0xe1,
            0x1f,
            0x5d,
            (byte) 0xc9,
            0x11,
            (byte) 0x91,
            (byte) 0xa4,
            0x08,
            0x00,
            0x2b,
            0x14,
            (byte) 0xa0,
            (byte) 0xfa,
            3,
            0,
            0,
            0
        };
        byte[] ndr = {
            0x04,
            0x5d,
            (byte) 0x88,
            (byte) 0x8a,
            (byte) 0xeb,
            0x1c,
            (byte) 0xc9,
            0x11,
            (byte) 0x9f,
            (byte) 0xe8,
            0x08,
            0x00,
            0x2b,
            0x10,
            0x48,
            0x60,
            2,
            0,
            0,
            0
        };
        int stub = number < 2 ? 0 : 80 + random.nextInt(600);
        int length = number == 0 ? 72 : number == 1 ? 60 : 24 + stub;
        ByteBuffer pdu = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        int type = number == 0 ? 11 : number == 1 ? 12 : number % 2 == 0 ? 0 : 2;
        pdu.put((byte) 5)
                .put((byte) 0)
                .put((byte) type)
                .put((byte) 3)
                .putInt(0x10)
                .putShort((short) length)
                .putShort((short) 0)
                .putInt(1 + number / 2);
        if (number == 0) {
            pdu.putShort((short) 5840)
                    .putShort((short) 5840)
                    .putInt(0)
                    .put((byte) 1)
                    .put(new byte[3]);
            pdu.putShort((short) 0).put((byte) 1).put((byte) 0).put(epmapper).put(ndr);
        } else if (number == 1) {
            pdu.putShort((short) 5840)
                    .putShort((short) 5840)
                    .putInt(0x1234)
                    .putShort((short) 4)
                    .put("135\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                    .putShort((short) 0);
            pdu.put((byte) 1)
                    .put(new byte[3])
                    .putShort((short) 0)
                    .putShort((short) 0)
                    .put(ndr);
        } else {
            pdu.putInt(stub).putShort((short) 0).putShort((short) 3).put(content, random.nextInt(1000), stub);
        }
        return pdu.array();
    }

    private void segment(Talk talk, boolean fromClient, int flags, byte[] payload, int from, int length)
            throws IOException {
        int total = 40 + length;
        micros += 1 + random.nextInt(20);
        packet.clear();
        packet.order(ByteOrder.LITTLE_ENDIAN);
        packet.putInt((int) (micros / 1_000_000))
                .putInt((int) (micros % 1_000_000))
                .putInt(14 + total)
                .putInt(14 + total);
        packet.order(ByteOrder.BIG_ENDIAN);
        packet.putLong(0x0200000000010200L).putInt(0x00000002).putShort((short) 0x0800);
        packet.put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) total)
                .putInt(0x00004000)
                .put((byte) 64)
                .put((byte) 6)
                .putShort((short) 0);
        packet.putInt(fromClient ? talk.client : talk.server).putInt(fromClient ? talk.server : talk.client);
        packet.putShort((short) (fromClient ? talk.clientPort : talk.serverPort))
                .putShort((short) (fromClient ? talk.serverPort : talk.clientPort));
        packet.putInt(fromClient ? talk.clientSequence : talk.serverSequence)
                .putInt(flags == SYN ? 0 : fromClient ? talk.serverSequence : talk.clientSequence);
        packet.put((byte) 0x50).put((byte) flags).putShort((short) 64240).putInt(0);
        packet.put(payload, from, length);
        out.write(packet.array(), 0, packet.position());
        written += packet.position();
        int advance = length + ((flags & (SYN | 1)) != 0 ? 1 : 0);
        if (fromClient) {
            talk.clientSequence += advance;
        } else {
            talk.serverSequence += advance;
        }
    }
}
