package org.rpcscope.cli;

/** Something that was named on the command line cannot be used; the message says which and why. Ends in exit code 2. */
final class UsageException extends Exception {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
