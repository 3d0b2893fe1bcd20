package org.rpcscope.dcerpc;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.UUID;

/** Connection-oriented PDUs (C706 12.6.4), little-endian and whole in one fragment, as carriers bring them. */
public final class Pdus {

    /** The interface of the security account manager, version 1.0. */
    public static final UUID SAMR = UUID.fromString("12345778-1234-abcd-ef00-0123456789ac");

    /** That of the service control manager, version 2.0. */
    public static final UUID SVCCTL = UUID.fromString("367abb81-9844-35f1-ad32-98f038001003");

    private static final UUID NDR = UUID.fromString("8a885d04-1ceb-11c9-9fe8-08002b104860");

    private Pdus() {}

    /** Offers one context, number 0. */
    public static byte[] bind(int call, UUID interfaceId, int major) {
        ByteBuffer pdu = pdu(11, call, 72);
        pdu.putShort((short) 4280).putShort((short) 4280).putInt(0);
        pdu.putInt(1).putShort((short) 0).putShort((short) 1);
        uuid(pdu, interfaceId).putInt(major);
        uuid(pdu, NDR).putInt(2);
        return pdu.array();
    }

    /** Accepts context 0. */
    public static byte[] bindAck(int call) {
        ByteBuffer pdu = pdu(12, call, 60);
        pdu.putShort((short) 4280).putShort((short) 4280).putInt(0x1234);
        pdu.putShort((short) 2).put((byte) '1').put((byte) 0);
        pdu.putInt(0x0000_0001).putShort((short) 0).putShort((short) 0);
        pdu.position(40);
        uuid(pdu, NDR).putInt(2);
        return pdu.array();
    }

    public static byte[] request(int call, int opnum, int stub) {
        ByteBuffer pdu = pdu(0, call, 24 + stub);
        pdu.putInt(stub).putShort((short) 0).putShort((short) opnum);
        return pdu.array();
    }

    public static byte[] response(int call, int stub) {
        ByteBuffer pdu = pdu(2, call, 24 + stub);
        pdu.putInt(stub).putInt(0);
        return pdu.array();
    }

    private static ByteBuffer pdu(int type, int call, int length) {
        ByteBuffer pdu = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        pdu.put((byte) 5).put((byte) 0).put((byte) type).put((byte) 3);
        pdu.putInt(0x10).putShort((short) length).putShort((short) 0).putInt(call);
        return pdu;
    }

    private static ByteBuffer uuid(ByteBuffer pdu, UUID uuid) {
        pdu.putInt((int) (uuid.getMostSignificantBits() >>> 32));
        pdu.putShort((short) (uuid.getMostSignificantBits() >>> 16)).putShort((short) uuid.getMostSignificantBits());
        pdu.order(ByteOrder.BIG_ENDIAN).putLong(uuid.getLeastSignificantBits()).order(ByteOrder.LITTLE_ENDIAN);
        return pdu;
    }
}
