package org.rpcscope.dcerpc.auth;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The three messages of NTLMSSP (MS-NLMP 2.2.1). A name that its message does not hold to the end is not read. */
final class Ntlm {

    /** What every message begins with. */
    static final String SIGNATURE = "NTLMSSP\0";

    private static final int NEGOTIATE = 1;
    private static final int CHALLENGE = 2;
    private static final int AUTHENTICATE = 3;

    private static final long UNICODE = 0x1;
    private static final long DOMAIN_SUPPLIED = 0x1000;
    private static final long WORKSTATION_SUPPLIED = 0x2000;

    /** The code page of the client is not told; this one reads ASCII right, and no byte is wrong in it. */
    private static final Charset OEM = StandardCharsets.ISO_8859_1;

    /** Attributes of a target (MS-NLMP 2.2.2.1). */
    private static final int ATTRIBUTES_END = 0;

    private static final int COMPUTER_NAME = 1;
    private static final int DNS_COMPUTER_NAME = 3;
    private static final int TARGET_NAME = 9;

    /** Where the attributes stand in an NTLMv2 response: after the proof and the head of the client challenge. */
    private static final int V2_ATTRIBUTES = 44;

    /** Where the message that signs in has its flags; very old ones have payload there. */
    private static final int FLAGS = 60;

    private Ntlm() {}

    static Token read(Octets in) {
        return switch ((int) in.u32(8)) {
            case NEGOTIATE -> negotiate(in);
            case CHALLENGE -> challenge(in);
            case AUTHENTICATE -> authenticate(in);
            default -> new Token.Other(Mechanism.NTLM);
        };
    }

    private static Token negotiate(Octets in) {
        long flags = in.u32(12);
        return new Token.NtlmNegotiate(
                (flags & DOMAIN_SUPPLIED) == 0 ? null : field(in, 16).name(OEM),
                (flags & WORKSTATION_SUPPLIED) == 0 ? null : field(in, 24).name(OEM));
    }

    private static Token challenge(Octets in) {
        Octets attributes = attributes(in, 40);
        String dns = attribute(attributes, DNS_COMPUTER_NAME);
        String server = dns == null ? attribute(attributes, COMPUTER_NAME) : dns;
        return new Token.NtlmChallenge(server == null ? field(in, 12).name(charset(in.u32(20))) : server);
    }

    private static Token authenticate(Octets in) {
        Charset charset = hasFlags(in) ? charset(in.u32(FLAGS)) : StandardCharsets.UTF_16LE;
        return new Token.NtlmAuthenticate(
                field(in, 28).name(charset),
                field(in, 36).name(charset),
                field(in, 44).name(charset),
                attribute(attributes(in, 20).from(V2_ATTRIBUTES), TARGET_NAME));
    }

    /** Whether nothing of the payload stands where the flags should. */
    private static boolean hasFlags(Octets in) {
        return in.holds(FLAGS, 4)
                && IntStream.of(12, 20, 28, 36, 44, 52)
                        .filter(each -> in.u16(each) != 0)
                        .allMatch(each -> in.u32(each + 4) >= FLAGS + 4);
    }

    private static Charset charset(long flags) {
        return (flags & UNICODE) != 0 ? StandardCharsets.UTF_16LE : OEM;
    }

    /** The content of a field: a length, the room it has, and where it stands. */
    private static Octets field(Octets in, int at) {
        int length = in.u16(at);
        long from = in.u32(at + 4);
        return in.holds(from, length) ? in.part(from, length) : in.part(0, 0);
    }

    /** As much of a field with attributes as is there: each says by itself where it ends. */
    private static Octets attributes(Octets in, int at) {
        return in.part(in.u32(at + 4), in.u16(at));
    }

    /** The value of an attribute, from a list that need not be terminated; always Unicode. */
    private static @Nullable String attribute(Octets list, int wanted) {
        int at = 0;
        while (list.holds(at, 4) && list.u16(at) != ATTRIBUTES_END) {
            int length = list.u16(at + 2);
            if (list.u16(at) == wanted && list.holds(at + 4, length)) {
                return list.part(at + 4, length).name(StandardCharsets.UTF_16LE);
            }
            at += 4 + length;
        }
        return null;
    }
}
