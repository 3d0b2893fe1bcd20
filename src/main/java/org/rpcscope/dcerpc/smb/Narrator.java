package org.rpcscope.dcerpc.smb;

import org.rpcscope.dcerpc.wire.ConversationBuilder;
import org.rpcscope.rpc.Step;

/** Tells of the messages around the calls: who logs on, which share is connected to, which pipe is opened. */
final class Narrator {

    private final ConversationBuilder summary;

    Narrator(ConversationBuilder summary) {
        this.summary = summary;
    }

    void asked(Arrival arrival, String kind, String detail) {
        step(arrival, true, kind, detail, false);
    }

    void answered(Arrival arrival, String kind, Status status, String detail) {
        String words = status.words();
        String both = detail.isEmpty() || words.isEmpty() ? detail + words : detail + ", " + words;
        step(arrival, false, kind, both, status.isFailure() && !status.asksForMore());
    }

    private void step(Arrival arrival, boolean fromClient, String kind, String detail, boolean failed) {
        if (summary.narrates()) {
            summary.step(new Step(
                    arrival.time(),
                    fromClient,
                    kind,
                    -1,
                    -1,
                    null,
                    -1,
                    detail,
                    failed,
                    0,
                    arrival.first(),
                    arrival.last()));
        }
    }
}
