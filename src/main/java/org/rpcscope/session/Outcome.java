package org.rpcscope.session;

/** Whether a conversation was answered: {@code event.outcome} in the Elastic Common Schema's words. */
public enum Outcome {
    SUCCESS("success"),
    FAILURE("failure"),
    UNKNOWN("unknown");

    private final String label;

    Outcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
