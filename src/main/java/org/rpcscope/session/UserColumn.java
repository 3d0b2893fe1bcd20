package org.rpcscope.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.Column;
import org.rpcscope.query.ValueTest;
import org.rpcscope.rpc.Conversation;

/** The users of a row: those who signed in over DCE/RPC, and the one whom a log names. One of them has to pass. */
record UserColumn(ObservationTable table) implements Column.Single {

    @Override
    public boolean test(int row, ValueTest test) {
        Conversation conversation = table.conversation(row);
        List<String> said = conversation == Conversation.NONE ? List.of() : ObservationColumns.users(conversation);
        @Nullable String named = table.pools().texts().text(new Actors(table).user(row));
        boolean passes = said.isEmpty() && named == null && test.absent() || named != null && test.text(named);
        for (int i = 0; !passes && i < said.size(); i++) {
            passes = test.text(said.get(i));
        }
        return passes;
    }
}
