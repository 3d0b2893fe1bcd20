package org.rpcscope.dcerpc.wire;

import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.stream.StreamInspector;

/** What all listeners to DCE/RPC have in common, whatever carries it: what they understand goes into one summary. */
public abstract class ConversationInspector implements StreamInspector<Conversation> {

    /** What was understood; others may add to it. */
    protected final ConversationBuilder summary;

    /** @param summary what is understood goes there */
    protected ConversationInspector(ConversationBuilder summary) {
        this.summary = summary;
    }

    @Override
    public final boolean recognised() {
        return summary.recognised();
    }

    @Override
    public final int version() {
        return summary.version();
    }

    @Override
    public final @Nullable Conversation result() {
        return summary.result();
    }
}
