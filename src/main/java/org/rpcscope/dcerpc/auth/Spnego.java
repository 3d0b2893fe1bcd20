package org.rpcscope.dcerpc.auth;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rpcscope.dcerpc.auth.Token.SpnegoResponse.State;

/** The negotiation of a mechanism (RFC 4178, 4.2), and the token of that mechanism inside it. */
final class Spnego {

    private static final int INIT = Der.context(0);
    private static final int RESPONSE = Der.context(1);

    private Spnego() {}

    static Token read(Octets in) {
        Der init = new Der(in).in(INIT).in(Der.SEQUENCE);
        if (!init.isEmpty()) {
            return init(init);
        }
        Der response = new Der(in).in(RESPONSE).in(Der.SEQUENCE);
        return response.isEmpty() ? new Token.Other(Mechanism.SPNEGO) : response(response);
    }

    private static Token init(Der init) {
        List<Mechanism> mechanisms = init.in(Der.context(0)).in(Der.SEQUENCE).all(Der.OBJECT_IDENTIFIER).stream()
                .map(each -> Mechanism.ofIdentifier(Der.identifier(each)))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Token.SpnegoInit(mechanisms, inner(init));
    }

    private static Token response(Der response) {
        Der state = response.in(Der.context(0)).in(Der.ENUMERATED);
        Der chosen = response.in(Der.context(1)).in(Der.OBJECT_IDENTIFIER);
        return new Token.SpnegoResponse(
                state.isEmpty() ? State.UNKNOWN : state(state.number()), mechanism(chosen), inner(response));
    }

    private static State state(int number) {
        return switch (number) {
            case 0 -> State.COMPLETED;
            case 1, 3 -> State.INCOMPLETE;
            case 2 -> State.REJECTED;
            default -> State.UNKNOWN;
        };
    }

    private static @Nullable Mechanism mechanism(Der chosen) {
        return chosen.isEmpty() ? null : Mechanism.ofIdentifier(Der.identifier(chosen.content()));
    }

    /** The token of the mechanism; a negotiation inside of a negotiation is not followed. */
    private static Token inner(Der sequence) {
        return TokenReader.mechanism(
                sequence.in(Der.context(2)).in(Der.OCTET_STRING).content());
    }
}
