package org.rpcscope.dcerpc.auth;

import java.nio.ByteBuffer;
import java.util.List;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Authentication.Outcome;

/** An association whose tokens are given one after the other. */
final class Talk {

    private final AuthTokens tokens = new AuthTokens();

    Talk client(int type, int level, byte[] token) {
        tokens.token(true, type, level, ByteBuffer.wrap(token), 0, token.length);
        return this;
    }

    Talk server(int type, int level, byte[] token) {
        tokens.token(false, type, level, ByteBuffer.wrap(token), 0, token.length);
        return this;
    }

    /** A token of an SMB session setup, which stands somewhere in its buffer. */
    Talk setup(boolean fromClient, byte[] token) {
        ByteBuffer buffer = ByteBuffer.allocate(token.length + 9).put(5, token);
        tokens.sessionSetup(fromClient, buffer, 5, token.length);
        return this;
    }

    Talk outcome(Outcome outcome) {
        tokens.outcome(outcome);
        return this;
    }

    List<Authentication> seen() {
        return tokens.seen();
    }

    int version() {
        return tokens.version();
    }

    boolean limited() {
        return tokens.limited();
    }
}
