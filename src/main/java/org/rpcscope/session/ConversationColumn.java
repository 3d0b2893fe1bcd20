package org.rpcscope.session;

import java.util.List;
import java.util.function.Function;
import org.rpcscope.query.Column;
import org.rpcscope.query.ValueTest;
import org.rpcscope.rpc.Conversation;

/** What was said over DCE/RPC: none, one or several values for a row, of which one has to pass. */
record ConversationColumn(ObservationTable table, Function<Conversation, List<String>> values)
        implements Column.Single {

    @Override
    public boolean test(int row, ValueTest test) {
        Conversation conversation = table.conversation(row);
        List<String> said = conversation == Conversation.NONE ? List.of() : values.apply(conversation);
        boolean passes = said.isEmpty() && test.absent();
        for (int i = 0; !passes && i < said.size(); i++) {
            passes = test.text(said.get(i));
        }
        return passes;
    }
}
