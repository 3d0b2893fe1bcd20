package org.rpcscope.dcerpc.auth;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Authentication.Outcome;

/**
 * The authentications of one association, or of one SMB session, from the tokens that both sides send. Takes any bytes,
 * keeps names only, and no more than {@link #MOST} authentications beside the latest. One thread.
 */
public final class AuthTokens {

    /** More than any honest client has; a guesser of passwords has as many. */
    static final int MOST = 256;

    /** The authentication type for none (MS-RPCE 2.2.1.1.7). */
    private static final int NONE = 0;

    // most clients authenticate once: of one that does nothing is kept but the current

    /** What is over, by what was claimed: of a claim made again the best outcome counts. */
    private Map<Authentication, Outcome> over = Map.of();

    /** The types and levels that tokens of those came with: signatures of a known kind tell nothing new. */
    private Set<Integer> kinds = Set.of();

    private @Nullable Exchange current;
    private boolean limited;
    private int version;

    /**
     * A token of an authentication trailer (MS-RPCE 2.2.2.11), of whatever PDU. That of a request or response is a
     * signature, and tells no more than type and level.
     *
     * @param authType MS-RPCE 2.2.1.1.7
     * @param authLevel MS-RPCE 2.2.1.1.8
     */
    public void token(boolean fromClient, int authType, int authLevel, ByteBuffer bytes, int offset, int length) {
        if (authType == NONE) {
            return;
        }
        Octets octets = new Octets(bytes, offset, length);
        boolean netlogon = Mechanism.ofType(authType) == Mechanism.NETLOGON;
        learn(
                fromClient,
                Exchange.kind(authType, authLevel),
                netlogon ? Netlogon.read(octets) : TokenReader.read(octets));
    }

    /** The security blob of an SMB session setup (MS-SMB2 2.2.5 and 2.2.6), which says by itself what it is. */
    public void sessionSetup(boolean fromClient, ByteBuffer bytes, int offset, int length) {
        learn(fromClient, Exchange.UNTYPED, TokenReader.read(new Octets(bytes, offset, length)));
    }

    /** How the latest authentication ended; more than was known before stays. */
    public void outcome(Outcome outcome) {
        if (current != null && current.learn(outcome)) {
            version++;
        }
    }

    /** One for each identity, mechanism and level, in the order in which they began. */
    public List<Authentication> seen() {
        Map<Authentication, Outcome> all = new LinkedHashMap<>(over);
        Authentication last = current == null ? null : current.authentication();
        if (last != null) {
            all.merge(with(last, Outcome.UNKNOWN), last.outcome(), AuthTokens::better);
        }
        return all.entrySet().stream()
                .map(each -> with(each.getKey(), each.getValue()))
                .toList();
    }

    /** Grows whenever {@link #seen} may answer differently. */
    public int version() {
        return version;
    }

    /** Whether there were more authentications than are kept. */
    public boolean limited() {
        return limited;
    }

    private void learn(boolean fromClient, int kind, Token token) {
        Exchange before = current;
        boolean same = before != null && before.kind() == kind;
        boolean known = same || kinds.contains(kind);
        if (token instanceof Token.Unknown && (known || kinds.size() >= MOST - 1)) {
            return;
        }
        Exchange now = before;
        if (now == null || !same || (fromClient && token.begins())) {
            if (before != null) {
                settle(before);
            }
            now = new Exchange(kind);
            current = now;
        }
        now.learn(token, fromClient);
        version++;
    }

    /** Another authentication begins. */
    private void settle(Exchange before) {
        if (kinds.isEmpty()) {
            kinds = new HashSet<>(4);
        }
        if (kinds.size() < MOST) {
            kinds.add(before.kind());
        }
        Authentication last = before.authentication();
        if (last == null) {
            return;
        }
        if (over.isEmpty()) {
            over = new LinkedHashMap<>(4);
        }
        Authentication claim = with(last, Outcome.UNKNOWN);
        if (over.size() < MOST || over.containsKey(claim)) {
            over.merge(claim, last.outcome(), AuthTokens::better);
        } else {
            limited = true;
        }
    }

    private static Outcome better(Outcome a, Outcome b) {
        return a.compareTo(b) >= 0 ? a : b;
    }

    private static Authentication with(Authentication claim, Outcome outcome) {
        return new Authentication(
                claim.type(),
                claim.level(),
                claim.domain(),
                claim.user(),
                claim.workstation(),
                claim.service(),
                outcome);
    }
}
