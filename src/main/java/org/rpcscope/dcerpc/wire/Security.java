package org.rpcscope.dcerpc.wire;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rpcscope.dcerpc.auth.AuthTokens;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Authentication.Outcome;
import org.rpcscope.rpc.Omission;

/** Who authenticates in an association, and what came of it (MS-RPCE 2.2.2.11, 3.3.1.5.2). */
final class Security implements Supplier<List<Authentication>> {

    /** The level at which stubs are encrypted (MS-RPCE 2.2.1.1.8). */
    private static final int PRIVACY = 6;

    /** Win32's and COM's access denied, Win32's logon failure and its error of a security package (MS-ERREF 2.2). */
    private static final Set<Integer> DENIALS = Set.of(0x5, 0x8007_0005, 0x52E, 0x721);

    private final ConversationBuilder summary;
    private @Nullable AuthTokens tokens;
    private int level;
    private Outcome outcome = Outcome.UNKNOWN;

    Security(ConversationBuilder summary) {
        this.summary = summary;
    }

    /** Whether the status of a fault says that somebody is not let in. */
    static boolean denies(int status) {
        return DENIALS.contains(status);
    }

    /** Whether a mechanism and a level are known. */
    boolean isKnown() {
        return tokens != null;
    }

    /** Whether stubs with a trailer are encrypted, as far as is known. */
    boolean isPrivate() {
        return level == PRIVACY;
    }

    /** Reads the trailer of a PDU that carries a token, and of which all is there. */
    void token(boolean fromClient, Pdu pdu) {
        trailer(fromClient, pdu, pdu.authLength());
    }

    /** Reads the trailer of a request that is protected by what nobody saw being agreed upon. */
    void protection(Pdu pdu) {
        trailer(true, pdu, 0);
    }

    private void trailer(boolean fromClient, Pdu pdu, int length) {
        if (pdu.authLength() == 0) {
            return;
        }
        AuthTokens listening = tokens;
        if (listening == null) {
            listening = new AuthTokens();
            tokens = listening;
            summary.identities(this);
        }
        int trailer = pdu.trailer();
        level = pdu.u8(trailer + 1);
        int value = pdu.place(trailer + Headers.TRAILER);
        listening.token(fromClient, pdu.u8(trailer), level, pdu.bytes(), value, length);
        outcome = Outcome.UNKNOWN;
        summary.changed();
        if (listening.limited()) {
            summary.omit(Omission.LIMITED);
        }
    }

    /** A stub goes by that has a trailer. */
    void stub() {
        if (isPrivate()) {
            summary.omit(Omission.ENCRYPTED);
        }
    }

    /** The server answered a call. */
    void served() {
        decide(Outcome.ACCEPTED);
    }

    /** The server denied access. */
    void refused() {
        decide(Outcome.DENIED);
    }

    /** Everybody who authenticates. */
    @Override
    public List<Authentication> get() {
        return tokens == null ? List.of() : tokens.seen();
    }

    /** Who authenticates, and how. */
    String words() {
        List<Authentication> seen = get();
        if (seen.isEmpty()) {
            return "authenticated";
        }
        Authentication last = seen.getLast();
        String user = last.domain() == null ? last.user() : last.domain() + "\\" + last.user();
        return Stream.of(last.type(), last.level(), last.user() == null ? null : user, last.service())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
    }

    /** The first word counts, but who was served once had been let in. */
    private void decide(Outcome next) {
        if (tokens != null && next.compareTo(outcome) > 0) {
            outcome = next;
            tokens.outcome(next);
            summary.changed();
        }
    }
}
