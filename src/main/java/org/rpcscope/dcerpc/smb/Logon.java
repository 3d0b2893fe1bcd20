package org.rpcscope.dcerpc.smb;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.dcerpc.auth.AuthTokens;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Authentication.Outcome;

/** One client's way to prove who it is, over one or several session setups. */
final class Logon {

    private final AuthTokens tokens = new AuthTokens();
    private @Nullable Authentication plain;

    void token(boolean fromClient, Fields token) {
        if (!token.isEmpty()) {
            tokens.sessionSetup(fromClient, token.bytes(), token.offset(), token.length());
        }
    }

    /** Names in clear with a response to the challenge of the negotiation beside them (MS-CIFS 2.2.4.53.1): NTLM without its messages. */
    void plain(String domain, String user) {
        if (!user.isEmpty()) {
            plain = new Authentication(
                    "ntlm", null, domain.isEmpty() ? null : domain, user, null, null, Outcome.UNKNOWN);
        }
    }

    void outcome(Outcome outcome) {
        tokens.outcome(outcome);
        Authentication claim = plain;
        if (claim != null) {
            plain = new Authentication(claim.type(), claim.level(), claim.domain(), claim.user(), null, null, outcome);
        }
    }

    List<Authentication> seen() {
        List<Authentication> seen = new ArrayList<>(tokens.seen());
        if (plain != null) {
            seen.add(plain);
        }
        return seen;
    }

    /** The user, as far as is known by now; empty where nobody is named. */
    String who() {
        return seen().stream()
                .filter(each -> each.user() != null)
                .map(each -> each.domain() == null ? "" + each.user() : each.domain() + "\\" + each.user())
                .findFirst()
                .orElse("");
    }
}
