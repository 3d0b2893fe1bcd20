package org.rpcscope.dcerpc.http;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.dcerpc.auth.AuthTokens;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Authentication.Outcome;

/** Who logs on to the proxy (MS-RPCH 2.1.2.1): by NTLM or Negotiate (RFC 4559), or by name and password (RFC 7617). */
final class HttpLogon {

    private static final int UNAUTHORIZED = 401;
    private static final int OK = 200;

    private final AuthTokens tokens = new AuthTokens();
    private @Nullable Authentication basic;

    /** Learns from the head of a message. */
    void head(Head head) {
        boolean challenged = false;
        for (String challenge : head.challenges()) {
            String[] words = challenge.split(" +", 2);
            byte[] token = words.length == 2 ? decoded(words[1].strip()) : new byte[0];
            if (token.length > 0) {
                switch (words[0]) {
                    case "NTLM", "Negotiate" -> {
                        tokens.sessionSetup(head.isRequest(), ByteBuffer.wrap(token), 0, token.length);
                        challenged = true;
                    }
                    case "Basic" -> basic(token);
                    default -> {}
                }
            }
        }
        if (head.status() == OK) {
            outcome(Outcome.ACCEPTED);
        } else if (head.status() == UNAUTHORIZED && !challenged) {
            outcome(Outcome.DENIED);
        }
    }

    List<Authentication> seen() {
        List<Authentication> seen = new ArrayList<>(tokens.seen());
        if (basic != null) {
            seen.add(basic);
        }
        return seen;
    }

    /** The password goes no further than this. */
    private void basic(byte[] credentials) {
        String text = new String(credentials, StandardCharsets.UTF_8);
        String name = text.substring(0, Math.max(text.indexOf(':'), 0));
        int backslash = name.indexOf('\\');
        String domain = backslash < 0 ? null : name.substring(0, backslash);
        basic = new Authentication("basic", null, domain, name.substring(backslash + 1), null, null, Outcome.UNKNOWN);
    }

    private void outcome(Outcome outcome) {
        tokens.outcome(outcome);
        Authentication claim = basic;
        if (claim != null) {
            basic = new Authentication(claim.type(), null, claim.domain(), claim.user(), null, null, outcome);
        }
    }

    /** What is no base64 is nothing. */
    private static byte[] decoded(String text) {
        boolean whole = text.matches("[A-Za-z0-9+/]*={0,2}") && text.length() % 4 == 0;
        return whole ? Base64.getDecoder().decode(text) : new byte[0];
    }
}
