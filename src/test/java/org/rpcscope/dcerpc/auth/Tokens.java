package org.rpcscope.dcerpc.auth;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Tokens as clients and servers write them. */
final class Tokens {

    static final String SPNEGO = "1.3.6.1.5.5.2";
    static final String NTLM = "1.3.6.1.4.1.311.2.2.10";
    static final String KERBEROS = "1.2.840.113554.1.2.2";
    static final String KERBEROS_OF_WINDOWS = "1.2.840.48018.1.2.2";
    static final String NEGOEX = "1.3.6.1.4.1.311.2.2.30";

    static final int UNICODE = 1;
    static final int OEM = 2;
    private static final int DOMAIN_SUPPLIED = 0x1000;
    private static final int WORKSTATION_SUPPLIED = 0x2000;

    /** An attribute of an NTLM target. */
    record Attribute(int id, String value) {}

    private Tokens() {}

    /** An element of DER, with the shortest length. */
    static byte[] der(int tag, byte[]... contents) {
        byte[] content = join(contents);
        int length = content.length;
        byte[] head = length < 0x80
                ? new byte[] {(byte) tag, (byte) length}
                : length < 0x100
                        ? new byte[] {(byte) tag, (byte) 0x81, (byte) length}
                        : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        return join(head, content);
    }

    static byte[] identifier(String dotted) {
        long[] arcs =
                Arrays.stream(dotted.split("\\.")).mapToLong(Long::parseLong).toArray();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        arc(out, 40 * arcs[0] + arcs[1]);
        Arrays.stream(arcs).skip(2).forEach(each -> arc(out, each));
        return der(0x06, out.toByteArray());
    }

    private static void arc(ByteArrayOutputStream out, long arc) {
        int bits = Math.max(0, (63 - Long.numberOfLeadingZeros(arc)) / 7 * 7);
        for (int shift = bits; shift >= 0; shift -= 7) {
            out.write((int) (arc >> shift & 0x7F) | (shift == 0 ? 0 : 0x80));
        }
    }

    static byte[] gss(String mechanism, byte[] content) {
        return der(0x60, identifier(mechanism), content);
    }

    static byte[] init(List<String> mechanisms, byte[] token) {
        byte[] types =
                der(0xA0, der(0x30, mechanisms.stream().map(Tokens::identifier).toArray(byte[][]::new)));
        byte[] inner = token.length == 0 ? token : der(0xA2, der(0x04, token));
        return gss(SPNEGO, der(0xA0, der(0x30, types, inner)));
    }

    /**
     * @param state negative to leave it out
     * @param mechanism empty to leave it out
     */
    static byte[] response(int state, String mechanism, byte[] token) {
        byte[] first = state < 0 ? new byte[0] : der(0xA0, der(0x0A, new byte[] {(byte) state}));
        byte[] second = mechanism.isEmpty() ? new byte[0] : der(0xA1, identifier(mechanism));
        byte[] third = token.length == 0 ? token : der(0xA2, der(0x04, token));
        return der(0xA1, der(0x30, first, second, third));
    }

    static byte[] apRequest(String realm, String... service) {
        byte[] ticket = der(
                0x61,
                der(0x30, number(0, 5), text(1, realm), principal(2, service), der(0xA3, der(0x30, number(0, 18)))));
        return der(0x6E, der(0x30, number(0, 5), number(1, 14), der(0xA2, der(0x03, new byte[5])), der(0xA3, ticket)));
    }

    static byte[] apReply() {
        return der(0x6F, der(0x30, number(0, 5), number(1, 15)));
    }

    static byte[] kerberosError(String clientRealm, String client, String realm, String... service) {
        byte[] named = client.isEmpty() ? new byte[0] : join(text(7, clientRealm), principal(8, client));
        return der(
                0x7E,
                der(0x30, number(0, 5), number(1, 30), number(6, 41), named, text(9, realm), principal(10, service)));
    }

    /** A message of Kerberos as the first token of GSS-API. */
    static byte[] kerberos(int kind, byte[] message) {
        return gss(KERBEROS, join(new byte[] {(byte) kind, 0}, message));
    }

    private static byte[] number(int context, int value) {
        return der(0xA0 | context, der(0x02, new byte[] {(byte) value}));
    }

    private static byte[] text(int context, String value) {
        return der(0xA0 | context, der(0x1B, value.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] principal(int context, String... parts) {
        byte[][] names = Arrays.stream(parts)
                .map(each -> der(0x1B, each.getBytes(StandardCharsets.UTF_8)))
                .toArray(byte[][]::new);
        return der(0xA0 | context, der(0x30, number(0, 2), der(0xA1, der(0x30, names))));
    }

    /** NTLMSSP's first message; empty names are not supplied. */
    static byte[] negotiate(String domain, String workstation) {
        int flags = UNICODE
                | OEM
                | (domain.isEmpty() ? 0 : DOMAIN_SUPPLIED)
                | (workstation.isEmpty() ? 0 : WORKSTATION_SUPPLIED);
        byte[] first = domain.getBytes(StandardCharsets.ISO_8859_1);
        byte[] second = workstation.getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer out = message(1, 40 + first.length + second.length).putInt(flags);
        field(out, first.length, 40);
        field(out, second.length, 40 + first.length);
        return out.putLong(0).put(first).put(second).array();
    }

    static byte[] challenge(int flags, String target, byte[] attributes) {
        byte[] name = target.getBytes(charset(flags));
        ByteBuffer out = message(2, 56 + name.length + attributes.length);
        field(out, name.length, 56);
        out.putInt(flags).putLong(0x1122334455667788L).putLong(0);
        field(out, attributes.length, 56 + name.length);
        return out.putLong(0).put(name).put(attributes).array();
    }

    static byte[] authenticate(int flags, String domain, String user, String workstation, byte[] response) {
        byte[][] payload = {
            new byte[24],
            response,
            domain.getBytes(charset(flags)),
            user.getBytes(charset(flags)),
            workstation.getBytes(charset(flags)),
            new byte[16]
        };
        ByteBuffer out = message(3, 88 + join(payload).length);
        int at = 88;
        for (byte[] each : payload) {
            field(out, each.length, at);
            at += each.length;
        }
        out.putInt(flags).putLong(0).put(new byte[16]);
        return out.put(join(payload)).array();
    }

    /** The response of NTLMv2: a proof, the head of the client challenge, and attributes. */
    static byte[] response(byte[] attributes) {
        return join(new byte[16], new byte[] {1, 1}, new byte[26], attributes, new byte[4]);
    }

    static byte[] attributes(boolean terminated, Attribute... list) {
        byte[] end = terminated ? new byte[4] : new byte[0];
        return join(join(Arrays.stream(list).map(Tokens::attribute).toArray(byte[][]::new)), end);
    }

    private static byte[] attribute(Attribute attribute) {
        byte[] value = attribute.value().getBytes(StandardCharsets.UTF_16LE);
        return little(4 + value.length)
                .putShort((short) attribute.id())
                .putShort((short) value.length)
                .put(value)
                .array();
    }

    private static Charset charset(int flags) {
        return (flags & UNICODE) != 0 ? StandardCharsets.UTF_16LE : StandardCharsets.ISO_8859_1;
    }

    private static ByteBuffer message(int type, int length) {
        return little(length)
                .put("NTLMSSP\0".getBytes(StandardCharsets.US_ASCII))
                .putInt(type);
    }

    private static void field(ByteBuffer out, int length, int offset) {
        out.putShort((short) length).putShort((short) length).putInt(offset);
    }

    static byte[] netlogon(String domain, String computer) {
        byte[] names = (domain + "\0" + computer + "\0").getBytes(StandardCharsets.US_ASCII);
        return little(8 + names.length).putInt(0).putInt(3).put(names).array();
    }

    static byte[] clientHello(String server) {
        byte[] name = server.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer extensions = ByteBuffer.allocate(8 + 9 + name.length);
        extensions.putShort((short) 23).putShort((short) 4).putInt(0);
        extensions.putShort((short) 0).putShort((short) (name.length + 5));
        extensions.putShort((short) (name.length + 3)).put((byte) 0);
        extensions.putShort((short) name.length).put(name);
        ByteBuffer out = ByteBuffer.allocate(43 + 1 + 32 + 2 + 4 + 2 + 2 + extensions.capacity());
        out.put((byte) 0x16).putShort((short) 0x0301).putShort((short) (out.capacity() - 5));
        out.put((byte) 1).put((byte) 0).putShort((short) (out.capacity() - 9));
        out.putShort((short) 0x0303).put(new byte[32]).put((byte) 32).put(new byte[32]);
        out.putShort((short) 4).putInt(0x130113).put((byte) 1).put((byte) 0);
        return out.putShort((short) extensions.capacity())
                .put(extensions.array())
                .array();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static ByteBuffer little(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
