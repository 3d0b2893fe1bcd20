package org.rpcscope.rpc;

/** Who wants to hear of every message of a conversation, as it is understood. Called in the order of the capture. */
@FunctionalInterface
public interface Steps {

    /** Nobody does. */
    Steps NONE = _ -> {};

    void step(Step step);
}
