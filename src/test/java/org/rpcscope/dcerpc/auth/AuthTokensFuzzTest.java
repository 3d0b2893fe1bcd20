package org.rpcscope.dcerpc.auth;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.rpcscope.dcerpc.auth.Tokens.Attribute;
import org.rpcscope.rpc.Authentication;

/** Hostile tokens: valid ones with some of their bytes changed, cut short, or put together. */
class AuthTokensFuzzTest {

    private static final int RUNS = Integer.getInteger("rpcscope.fuzz", 100_000);

    private static final byte[] ATTRIBUTES =
            Tokens.attributes(true, new Attribute(1, "DC1"), new Attribute(3, "dc1.corp.example"));
    private static final byte[] SIGN_IN = Tokens.authenticate(
            Tokens.UNICODE,
            "CORP",
            "alice",
            "WS1",
            Tokens.response(Tokens.attributes(true, new Attribute(9, "cifs/dc1"))));
    private static final byte[] REQUEST = Tokens.kerberos(1, Tokens.apRequest("CORP.EXAMPLE", "cifs", "dc1"));

    private static final List<byte[]> SEEDS = List.of(
            Tokens.negotiate("CORP", "WS1"),
            Tokens.challenge(Tokens.UNICODE, "CORP", ATTRIBUTES),
            SIGN_IN,
            Tokens.init(List.of(Tokens.KERBEROS, Tokens.NTLM), REQUEST),
            Tokens.response(1, Tokens.NTLM, SIGN_IN),
            REQUEST,
            Tokens.kerberosError("CORP.EXAMPLE", "alice", "CORP.EXAMPLE", "cifs", "dc1"),
            Tokens.clientHello("mail.example"),
            Tokens.netlogon("CORP", "WS1"));

    private static final int[] TYPES = {9, 10, 14, 16, 68};

    @Test
    void mutatedTokensRaiseNoExceptionAndNamesStayShort() {
        Random random = new Random(20261124);
        assertTimeoutPreemptively(Duration.ofMinutes(10), () -> {
            Talk talk = new Talk();
            for (int i = 0; i < RUNS; i++) {
                byte[] token = mutated(SEEDS.get(random.nextInt(SEEDS.size())), random);
                int type = TYPES[random.nextInt(TYPES.length)];
                talk = random.nextInt(50) == 0 ? new Talk() : talk;
                talk.client(type, 1 + i % 6, token)
                        .server(type, 1 + i % 6, token)
                        .setup(i % 2 == 0, token);
                if (i % 64 == 0) {
                    talk.seen().forEach(AuthTokensFuzzTest::check);
                }
            }
        });
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] token =
                random.nextInt(4) == 0 ? Tokens.join(seed, SEEDS.get(random.nextInt(SEEDS.size()))) : seed.clone();
        for (int i = random.nextInt(6); i > 0; i--) {
            token[random.nextInt(Math.min(token.length, 1 + random.nextInt(400)))] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : random.nextInt(3) - 1);
        }
        return random.nextInt(4) == 0 ? Arrays.copyOf(token, random.nextInt(token.length + 1)) : token;
    }

    private static void check(Authentication seen) {
        for (String name : new String[] {seen.domain(), seen.user(), seen.workstation()}) {
            assertTrue(name == null || (!name.isEmpty() && name.length() <= 256), name);
        }
    }
}
