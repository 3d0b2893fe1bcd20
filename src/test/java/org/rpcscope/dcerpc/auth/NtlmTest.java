package org.rpcscope.dcerpc.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.rpcscope.dcerpc.auth.Tokens.OEM;
import static org.rpcscope.dcerpc.auth.Tokens.UNICODE;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.rpcscope.dcerpc.auth.Tokens.Attribute;

class NtlmTest {

    private static final byte[] NOTHING = {};

    /** Octet by octet, so that reader and writer cannot agree on the same mistake. */
    @Test
    void aMessageIsReadAsItStandsInTheSpecification() {
        byte[] message = HexFormat.ofDelimiter(" ")
                .parseHex(String.join(
                        " ",
                        "4e 54 4c 4d 53 53 50 00 03 00 00 00",
                        "00 00 00 00 40 00 00 00 00 00 00 00 40 00 00 00",
                        "04 00 04 00 40 00 00 00 06 00 06 00 44 00 00 00 04 00 04 00 4a 00 00 00",
                        "00 00 00 00 4e 00 00 00 01 02 00 00",
                        "44 00 4f 00 55 00 53 00 52 00 57 00 53 00"));
        assertEquals(new Token.NtlmAuthenticate("DO", "USR", "WS", null), read(message));
    }

    @Test
    void namesAreUnicodeOrOfACodePageAsTheFlagsSay() {
        for (int flags : new int[] {UNICODE, OEM}) {
            byte[] message = Tokens.authenticate(flags, "CORP", "J\u00fcrgen", "WS1", new byte[24]);
            assertEquals(new Token.NtlmAuthenticate("CORP", "J\u00fcrgen", "WS1", null), read(message));
        }
        assertEquals(new Token.NtlmChallenge("CORP"), read(Tokens.challenge(OEM, "CORP", NOTHING)));
        assertEquals(new Token.NtlmChallenge("CORP"), read(Tokens.challenge(UNICODE, "CORP", NOTHING)));
    }

    @Test
    void namesOfTheFirstMessageAreReadOnlyWhereTheyAreSupplied() {
        assertEquals(new Token.NtlmNegotiate("CORP", null), read(Tokens.negotiate("CORP", "")));
        assertEquals(new Token.NtlmNegotiate(null, "WS1"), read(Tokens.negotiate("", "WS1")));
        byte[] unsaid = Tokens.negotiate("CORP", "WS1");
        unsaid[13] = 0;
        assertEquals(new Token.NtlmNegotiate(null, null), read(unsaid));
    }

    @Test
    void theBestNameOfTheServerIsTheOneOfDns() {
        Attribute computer = new Attribute(1, "DC1");
        Attribute dns = new Attribute(3, "dc1.corp.example");
        Attribute domain = new Attribute(2, "CORP");
        assertEquals(new Token.NtlmChallenge("dc1.corp.example"), challenge(true, domain, computer, dns));
        assertEquals(new Token.NtlmChallenge("DC1"), challenge(true, domain, computer));
        assertEquals(new Token.NtlmChallenge("TARGET"), challenge(true, domain));
    }

    @Test
    void attributesMayBeMissingUnterminatedOrCutOff() {
        Attribute computer = new Attribute(1, "DC1");
        assertEquals(new Token.NtlmChallenge("TARGET"), challenge(true));
        assertEquals(new Token.NtlmChallenge("TARGET"), challenge(false));
        assertEquals(new Token.NtlmChallenge("DC1"), challenge(false, computer));
        byte[] list = Tokens.attributes(false, computer, new Attribute(3, "dc1.corp.example"));
        byte[] cut = Tokens.challenge(UNICODE, "TARGET", Arrays.copyOf(list, list.length - 1));
        assertEquals(new Token.NtlmChallenge("DC1"), read(cut));
        byte[] withoutEnd = Tokens.challenge(UNICODE, "TARGET", Tokens.attributes(true, computer));
        assertEquals(new Token.NtlmChallenge("DC1"), read(Arrays.copyOf(withoutEnd, withoutEnd.length - 4)));
    }

    @Test
    void aFieldThatReachesBeyondItsMessageIsNotRead() {
        byte[] message = Tokens.authenticate(UNICODE, "CORP", "alice", "WS1", new byte[24]);
        ByteBuffer fields = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
        fields.putShort(28, (short) 0xFFFF);
        assertEquals(new Token.NtlmAuthenticate(null, "alice", "WS1", null), read(message));
        fields.putInt(40, -1);
        assertEquals(new Token.NtlmAuthenticate(null, null, "WS1", null), read(message));
        fields.putInt(48, message.length - 5);
        assertEquals(new Token.NtlmAuthenticate(null, null, null, null), read(message));
    }

    @Test
    void aMessageCutShortKeepsTheNamesBeforeTheCut() {
        byte[] message = Tokens.authenticate(UNICODE, "CORP", "alice", "WS1", new byte[24]);
        byte[] cut = Arrays.copyOf(message, message.length - 17);
        assertEquals(new Token.NtlmAuthenticate("CORP", "alice", null, null), read(cut));
        assertEquals(new Token.NtlmAuthenticate(null, null, null, null), read(Arrays.copyOf(message, 12)));
        assertEquals(new Token.Other(Mechanism.NTLM), read(Arrays.copyOf(message, 8)));
    }

    /** Messages of the first years end where later ones have flags. */
    @Test
    void aMessageWithoutFlagsIsUnicode() {
        ByteBuffer message = ByteBuffer.allocate(52 + 10).order(ByteOrder.LITTLE_ENDIAN);
        message.put("NTLMSSP\0".getBytes(StandardCharsets.US_ASCII)).putInt(3);
        message.position(36).putShort((short) 10).putShort((short) 10).putInt(52);
        message.position(52).put("alice".getBytes(StandardCharsets.UTF_16LE));
        assertEquals(new Token.NtlmAuthenticate(null, "alice", null, null), read(message.array()));
    }

    @Test
    void namesAreCutAtANulAndAtAFixedLengthAndMoveNoCursor() {
        byte[] message = Tokens.authenticate(UNICODE, "CO\0RP", "a\u001b[2Jb", "W".repeat(3000), NOTHING);
        assertEquals(new Token.NtlmAuthenticate("CO", "a\ufffd[2Jb", "W".repeat(256), null), read(message));
    }

    private static Token challenge(boolean terminated, Attribute... attributes) {
        return read(Tokens.challenge(UNICODE, "TARGET", Tokens.attributes(terminated, attributes)));
    }

    private static Token read(byte[] message) {
        return TokenReader.read(new Octets(ByteBuffer.wrap(message), 0, message.length));
    }
}
