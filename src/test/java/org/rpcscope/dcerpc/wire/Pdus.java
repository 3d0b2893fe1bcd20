package org.rpcscope.dcerpc.wire;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.UUID;
import org.rpcscope.rpc.InterfaceId;

/** Writes connection-oriented PDUs in tests, in either byte order and character set. */
public final class Pdus {

    public static final InterfaceId NDR =
            new InterfaceId(UUID.fromString("8a885d04-1ceb-11c9-9fe8-08002b104860"), 2, 0);
    public static final InterfaceId NDR64 =
            new InterfaceId(UUID.fromString("71710533-beba-4937-8319-b5dbef9ccc36"), 1, 0);
    public static final InterfaceId FEATURES =
            new InterfaceId(UUID.fromString("6cb71c2c-9812-4540-0300-000000000000"), 1, 0);

    public static final int ACCEPT = 0;
    public static final int REJECT = 2;
    public static final int NEGOTIATE = 3;

    private static final int WHOLE = Pdu.FIRST | Pdu.LAST;

    private final int representation;

    /** A context that is asked for. */
    public record Item(int id, InterfaceId interfaceId, InterfaceId... transfers) {}

    /** The answer to one. */
    public record Result(int code, int reason, InterfaceId transfer) {}

    private Pdus(int representation) {
        this.representation = representation;
    }

    public static Pdus little() {
        return new Pdus(0x10);
    }

    public static Pdus big() {
        return new Pdus(0x00);
    }

    /** Integers of an IBM host, and its characters. */
    public static Pdus ebcdic() {
        return new Pdus(0x01);
    }

    private boolean isLittle() {
        return representation == 0x10;
    }

    public byte[] bind(int call, Item... items) {
        return contexts(PduType.BIND, call, new byte[0], items);
    }

    public byte[] alter(int call, Item... items) {
        return contexts(PduType.ALTER_CONTEXT, call, new byte[0], items);
    }

    public byte[] contexts(int type, int call, byte[] trailer, Item... items) {
        Bytes body = new Bytes();
        body.u16(5840).u16(5840).u32(0x1234).u8(items.length).u8(0).u16(0);
        for (Item item : items) {
            body.u16(item.id).u8(item.transfers.length).u8(0).syntax(item.interfaceId);
            for (InterfaceId transfer : item.transfers) {
                body.syntax(transfer);
            }
        }
        return pdu(type, WHOLE, call, body.bytes(), trailer);
    }

    public byte[] bindAck(int call, Result... results) {
        return results(PduType.BIND_ACK, call, "\\PIPE\\ntsvcs\0", new byte[0], results);
    }

    public byte[] alterAck(int call, Result... results) {
        return results(PduType.ALTER_CONTEXT_RESPONSE, call, "", new byte[0], results);
    }

    public byte[] results(int type, int call, String address, byte[] trailer, Result... results) {
        Bytes body = new Bytes();
        body.u16(5840).u16(5840).u32(0x1234).u16(address.length());
        address.chars().forEach(body::u8);
        while (body.size() % 4 != 0) {
            body.u8(0);
        }
        body.u8(results.length).u8(0).u16(0);
        for (Result result : results) {
            body.u16(result.code).u16(result.reason).syntax(result.transfer);
        }
        return pdu(type, WHOLE, call, body.bytes(), trailer);
    }

    public byte[] bindNak(int call, int reason) {
        return pdu(
                PduType.BIND_NAK,
                WHOLE,
                call,
                new Bytes().u16(reason).u8(1).u8(5).u8(0).bytes());
    }

    public byte[] request(int call, int context, int opnum, byte... stub) {
        return request(WHOLE, call, context, opnum, stub);
    }

    public byte[] request(int flags, int call, int context, int opnum, byte... stub) {
        Bytes body = new Bytes().u32(stub.length).u16(context).u16(opnum).all(stub);
        return pdu(PduType.REQUEST, flags, call, body.bytes());
    }

    public byte[] response(int call, int context, byte... stub) {
        return response(WHOLE, call, context, stub);
    }

    public byte[] response(int flags, int call, int context, byte... stub) {
        Bytes body = new Bytes().u32(stub.length).u16(context).u16(0).all(stub);
        return pdu(PduType.RESPONSE, flags, call, body.bytes());
    }

    public byte[] fault(int call, int context, int status) {
        Bytes body = new Bytes().u32(0).u16(context).u16(0).u32(status).u32(0);
        return pdu(PduType.FAULT, WHOLE, call, body.bytes());
    }

    public byte[] auth3(int call, byte[] trailer) {
        return pdu(PduType.AUTH3, WHOLE, call, new byte[4], trailer);
    }

    /** A PDU of the header alone. */
    public byte[] bare(int type, int call) {
        return pdu(type, WHOLE, call, new byte[0]);
    }

    public byte[] pdu(int type, int flags, int call, byte[] body) {
        return pdu(type, flags, call, body, new byte[0]);
    }

    /** A trailer to go at the end: {@code type}, {@code level} and a value. */
    public byte[] trailer(int type, int level, byte... value) {
        return new Bytes().u8(type).u8(level).u16(0).u32(0).all(value).bytes();
    }

    public byte[] pdu(int type, int flags, int call, byte[] body, byte[] trailer) {
        int auth = trailer.length == 0 ? 0 : trailer.length - Headers.TRAILER;
        Bytes pdu = new Bytes()
                .u8(5)
                .u8(0)
                .u8(type)
                .u8(flags)
                .u8(representation)
                .u8(0)
                .u16(0);
        pdu.u16(Headers.LENGTH + body.length + trailer.length).u16(auth).u32(call);
        return pdu.all(body).all(trailer).bytes();
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        List.of(parts).forEach(all::writeBytes);
        return all.toByteArray();
    }

    public static ByteBuffer buffer(byte... bytes) {
        return ByteBuffer.wrap(bytes);
    }

    /** Fields in the byte order of the PDU. */
    private final class Bytes {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Bytes u8(int value) {
            out.write(value);
            return this;
        }

        Bytes u16(int value) {
            return isLittle() ? u8(value).u8(value >> 8) : u8(value >> 8).u8(value);
        }

        Bytes u32(int value) {
            return isLittle() ? u16(value).u16(value >>> 16) : u16(value >>> 16).u16(value);
        }

        Bytes syntax(InterfaceId id) {
            long high = id.uuid().getMostSignificantBits();
            u32((int) (high >>> 32)).u16((int) (high >>> 16)).u16((int) high);
            all(ByteBuffer.allocate(8)
                    .putLong(id.uuid().getLeastSignificantBits())
                    .array());
            return u32(id.minor() << 16 | id.major());
        }

        Bytes all(byte... bytes) {
            out.writeBytes(bytes);
            return this;
        }

        int size() {
            return out.size();
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }
}
