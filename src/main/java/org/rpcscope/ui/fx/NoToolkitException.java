package org.rpcscope.ui.fx;

/** The toolkit that draws windows cannot start on this machine; the message is the toolkit's own. */
public final class NoToolkitException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoToolkitException(RuntimeException refusal) {
        super(refusal.getMessage(), refusal);
    }
}
