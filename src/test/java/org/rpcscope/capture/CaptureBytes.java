package org.rpcscope.capture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;

/** Makes small captures of all kinds from a seed: conversations, noise, and captures inside captures. */
final class CaptureBytes {

    private final Random random;
    private final boolean next;
    private final ByteOrder order;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int interfaces;

    private CaptureBytes(Random random, boolean next) {
        this.random = random;
        this.next = next;
        this.order = random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    /** A capture of so many packets; some carry a whole other capture, records and all. */
    static byte[] of(Random random, int packets, int depth) {
        CaptureBytes capture = new CaptureBytes(random, random.nextBoolean());
        byte[] inner = depth == 0 ? new byte[0] : of(random, packets, depth - 1);
        capture.header();
        for (int i = 0; i < packets; i++) {
            if (capture.next && random.nextInt(12) == 0) {
                capture.header();
            }
            byte[] payload = inner.length > 0 && random.nextInt(4) == 0
                    ? java.util.Arrays.copyOf(inner, Math.min(inner.length, 60_000))
                    : bytes(random, random.nextInt(random.nextInt(8) == 0 ? 3000 : 80));
            capture.packet(i, packet(random, payload));
        }
        return capture.out.toByteArray();
    }

    private static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        if (length > 24 && random.nextInt(3) == 0) { // a request of DCE/RPC
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0x03000005)
                    .putInt(0x10)
                    .putShort((short) length)
                    .putShort((short) 0);
        }
        return bytes;
    }

    private static byte[] packet(Random random, byte[] payload) {
        boolean tcp = random.nextInt(3) != 0;
        int header = tcp ? 20 : 8;
        ByteBuffer packet = ByteBuffer.allocate(14 + 20 + header + payload.length);
        packet.putLong(0).putInt(0).putShort((short) 0x0800);
        int fragment = random.nextInt(10) == 0 ? (random.nextBoolean() ? 0x2000 : 5) : 0;
        packet.put((byte) 0x45)
                .put((byte) 0)
                .putShort((short) (20 + header + payload.length))
                .putShort((short) random.nextInt(4));
        packet.putShort((short) fragment)
                .put((byte) 64)
                .put((byte) (tcp ? 6 : 17))
                .putShort((short) 0);
        boolean there = random.nextBoolean();
        int client = 0x0A000001 + random.nextInt(3);
        int server = 0x2D940A4D + random.nextInt(2);
        packet.putInt(there ? client : server).putInt(there ? server : client);
        short high = (short) (50_000 + random.nextInt(3));
        packet.putShort(there ? high : (short) 135).putShort(there ? (short) 135 : high);
        if (tcp) {
            int[] flags = {2, 18, 16, 24, 17, 4};
            packet.putInt(random.nextInt(4) * 100).putInt(random.nextInt()).put((byte) 0x50);
            packet.put((byte) flags[random.nextInt(flags.length)])
                    .putShort((short) 1000)
                    .putInt(0);
        } else {
            packet.putShort((short) (8 + payload.length)).putShort((short) 0);
        }
        return packet.put(payload).array();
    }

    private void header() {
        if (!next) {
            write(ByteBuffer.allocate(24)
                    .order(order)
                    .putInt(0xA1B2C3D4)
                    .putShort((short) 2)
                    .putShort((short) 4)
                    .putInt(0)
                    .putInt(0)
                    .putInt(262_144)
                    .putInt(1));
            return;
        }
        boolean section = interfaces == 0 || random.nextInt(3) == 0;
        if (section) {
            write(ByteBuffer.allocate(28)
                    .order(order)
                    .putInt(0x0A0D0D0A)
                    .putInt(28)
                    .putInt(0x1A2B3C4D)
                    .putShort((short) 1)
                    .putShort((short) 0)
                    .putLong(-1)
                    .putInt(28));
            interfaces = 0;
        }
        write(ByteBuffer.allocate(32)
                .order(order)
                .putInt(1)
                .putInt(32)
                .putShort((short) 1)
                .putShort((short) 0)
                .putInt(0)
                .putShort((short) 9)
                .putShort((short) 1)
                .put((byte) (random.nextBoolean() ? 9 : 6))
                .put(new byte[3])
                .putInt(0)
                .putInt(32));
        interfaces++;
    }

    private void packet(int number, byte[] packet) {
        int micros = number * 700 + random.nextInt(600);
        int padded = (packet.length + 3) & ~3;
        ByteBuffer record =
                ByteBuffer.allocate(next ? 32 + padded : 16 + packet.length).order(order);
        if (next) {
            record.putInt(6)
                    .putInt(32 + padded)
                    .putInt(random.nextInt(interfaces))
                    .putInt(0)
                    .putInt(micros);
            record.putInt(packet.length)
                    .putInt(packet.length)
                    .put(packet)
                    .position(28 + padded)
                    .putInt(32 + padded);
        } else {
            record.putInt(1_795_500_000 + number)
                    .putInt(micros)
                    .putInt(packet.length)
                    .putInt(packet.length)
                    .put(packet);
        }
        write(record);
    }

    private void write(ByteBuffer bytes) {
        out.writeBytes(bytes.array());
    }
}
