package org.rpcscope.dcerpc.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rpcscope.rpc.InterfaceId;

/** What PDUs carry in tests: an answer of the endpoint mapper, and the three messages of NTLM. */
public final class Payloads {

    public static final int NTLM = 10;
    public static final int PRIVACY = 6;
    public static final int INTEGRITY = 5;

    private static final int UNICODE = 1;

    private Payloads() {}

    /** The stub of an ept_map response with a tower for each port (C706 appendices I, L and O). */
    public static byte[] towers(InterfaceId id, int address, int... ports) {
        ByteBuffer out = ByteBuffer.allocate(64 + ports.length * 100).order(ByteOrder.LITTLE_ENDIAN);
        out.position(20);
        out.putInt(ports.length).putInt(ports.length).putInt(0).putInt(ports.length);
        for (int i = 0; i < ports.length; i++) {
            out.putInt(3 + i);
        }
        for (int port : ports) {
            byte[] tower = tower(id, address, port);
            out.putInt(tower.length).putInt(tower.length).put(tower);
            out.position(out.position() + 3 & ~3);
        }
        out.putInt(0);
        byte[] stub = new byte[out.position()];
        out.get(0, stub);
        return stub;
    }

    private static byte[] tower(InterfaceId id, int address, int port) {
        ByteBuffer out = ByteBuffer.allocate(75).order(ByteOrder.LITTLE_ENDIAN).putShort((short) 5);
        for (InterfaceId each : List.of(id, Pdus.NDR)) {
            long high = each.uuid().getMostSignificantBits();
            out.putShort((short) 19).put((byte) 0x0D).putInt((int) (high >>> 32));
            out.putShort((short) (high >>> 16)).putShort((short) high);
            out.putLong(Long.reverseBytes(each.uuid().getLeastSignificantBits()));
            out.putShort((short) each.major()).putShort((short) 2).putShort((short) each.minor());
        }
        out.putShort((short) 1).put((byte) 0x0B).putShort((short) 2).putShort((short) 0);
        out.putShort((short) 1).put((byte) 0x07).putShort((short) 2).putShort(Short.reverseBytes((short) port));
        out.putShort((short) 1).put((byte) 0x09).putShort((short) 4).putInt(Integer.reverseBytes(address));
        return out.array();
    }

    /** MS-NLMP 2.2.1.1. */
    public static byte[] negotiate() {
        return message(1, 32).putInt(UNICODE).array();
    }

    /** MS-NLMP 2.2.1.2, with a target that names a domain. */
    public static byte[] challenge(String domain) {
        byte[] name = domain.getBytes(StandardCharsets.UTF_16LE);
        ByteBuffer out = message(2, 48 + name.length + 8 + name.length);
        field(out, name.length, 48).putInt(UNICODE | 0x0080_0000);
        out.putLong(0x1122334455667788L).putLong(0);
        field(out, 8 + name.length, 48 + name.length).put(name);
        return out.putShort((short) 2)
                .putShort((short) name.length)
                .put(name)
                .putInt(0)
                .array();
    }

    /** MS-NLMP 2.2.1.3. */
    public static byte[] authenticate(String domain, String user, String workstation) {
        byte[][] names = {new byte[24], new byte[24], utf16(domain), utf16(user), utf16(workstation), new byte[16]};
        int at = 64;
        int length = at;
        for (byte[] name : names) {
            length += name.length;
        }
        ByteBuffer out = message(3, length);
        for (byte[] name : names) {
            field(out, name.length, at);
            at += name.length;
        }
        out.putInt(UNICODE);
        for (byte[] name : names) {
            out.put(name);
        }
        return out.array();
    }

    private static byte[] utf16(String text) {
        return text.getBytes(StandardCharsets.UTF_16LE);
    }

    private static ByteBuffer message(int type, int length) {
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("NTLMSSP\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(type);
    }

    private static ByteBuffer field(ByteBuffer out, int length, int at) {
        return out.putShort((short) length).putShort((short) length).putInt(at);
    }
}
