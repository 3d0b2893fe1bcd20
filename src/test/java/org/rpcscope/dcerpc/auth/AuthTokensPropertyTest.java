package org.rpcscope.dcerpc.auth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.rpcscope.dcerpc.auth.Tokens.Attribute;

/** What is written is read, and whatever is written does no harm. */
class AuthTokensPropertyTest {

    @Property
    void signingInReadsBack(
            @ForAll("names") String domain,
            @ForAll("names") String user,
            @ForAll("names") String workstation,
            @ForAll("names") String target,
            @ForAll boolean unicode,
            @ForAll boolean terminated) {
        byte[] response =
                Tokens.response(Tokens.attributes(terminated, new Attribute(2, domain), new Attribute(9, target)));
        int flags = unicode ? Tokens.UNICODE : Tokens.OEM;
        assertEquals(
                new Token.NtlmAuthenticate(known(domain), known(user), known(workstation), known(target)),
                read(Tokens.authenticate(flags, domain, user, workstation, response)));
    }

    @Property
    void otherMessagesOfNtlmReadBack(@ForAll("names") String one, @ForAll("names") String other) {
        assertEquals(new Token.NtlmNegotiate(known(one), known(other)), read(Tokens.negotiate(one, other)));
        byte[] attributes = Tokens.attributes(false, new Attribute(1, one), new Attribute(3, other));
        String server = other.isEmpty() ? one.isEmpty() ? "TARGET" : one : other;
        assertEquals(new Token.NtlmChallenge(server), read(Tokens.challenge(Tokens.UNICODE, "TARGET", attributes)));
    }

    @Property
    void kerberosReadsBackBareFramedAndNegotiated(
            @ForAll("names") String realm, @ForAll @Size(min = 1, max = 4) List<@From("parts") String> parts) {
        byte[] request = Tokens.apRequest(realm, parts.toArray(String[]::new));
        Token expected = new Token.KerberosRequest(known(realm), String.join("/", parts));
        byte[] framed = Tokens.kerberos(1, request);
        assertEquals(expected, read(request));
        assertEquals(expected, read(framed));
        assertEquals(
                new Token.SpnegoInit(List.of(Mechanism.KERBEROS, Mechanism.NTLM), expected),
                read(Tokens.init(List.of(Tokens.KERBEROS_OF_WINDOWS, Tokens.KERBEROS, Tokens.NTLM), framed)));
    }

    @Property
    void elementsOfAnyLengthReadBack(
            @ForAll @Size(max = 70_000) byte[] content, @ForAll @IntRange(min = 1, max = 30) int tag) {
        byte[] whole = Tokens.der(0x30, Tokens.der(tag, Arrays.copyOf(content, Math.min(content.length, 60_000))));
        Octets read = new Der(octets(whole)).in(Der.SEQUENCE).in(tag).content();
        byte[] copy = new byte[read.length()];
        read.bytes().get(read.offset(), copy);
        assertEquals(ByteBuffer.wrap(content, 0, copy.length), ByteBuffer.wrap(copy));
        assertEquals(Math.min(content.length, 60_000), copy.length);
    }

    @Property
    void identifiersReadBack(
            @ForAll @IntRange(min = 0, max = 2) int root,
            @ForAll @IntRange(min = 0, max = 39) int second,
            @ForAll @Size(max = 5) List<@IntRange(min = 0) Integer> arcs) {
        String dotted = Stream.concat(Stream.of(root, second), arcs.stream())
                .map(String::valueOf)
                .reduce((a, b) -> a + "." + b)
                .orElseThrow();
        Octets content = new Der(octets(Tokens.identifier(dotted)))
                .in(Der.OBJECT_IDENTIFIER)
                .content();
        assertEquals(dotted, Der.identifier(content));
    }

    @Property
    void anyBytesAreTakenAndNothingIsSeenTwice(
            @ForAll @Size(max = 20) List<byte[]> messages, @ForAll @IntRange(min = 0, max = 80) int type) {
        Talk talk = new Talk();
        for (byte[] message : messages) {
            talk.client(type, message.length, message).server(type, 2, message).setup(true, message);
        }
        assertTrue(talk.seen().size() <= 2 * messages.size() + 1);
        assertEquals(talk.seen().stream().distinct().toList(), talk.seen());
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withCharRange('\u0020', '\u007e')
                .withChars('\u00e4', '\u00df')
                .ofMaxLength(255);
    }

    @Provide
    Arbitrary<String> parts() {
        return Arbitraries.strings().withCharRange('a', 'z').ofMinLength(1).ofMaxLength(40);
    }

    private static @Nullable String known(String name) {
        return name.isEmpty() ? null : name;
    }

    private static Token read(byte[] token) {
        return TokenReader.read(octets(token));
    }

    private static Octets octets(byte[] bytes) {
        return new Octets(ByteBuffer.wrap(bytes), 0, bytes.length);
    }
}
