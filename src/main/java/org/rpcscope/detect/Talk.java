package org.rpcscope.detect;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.rpc.Operation;
import org.rpcscope.rpc.Significance;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Sessions;

/**
 * What was said in a session, as far as it is judged.
 *
 * @param operations that were called, with their significance
 */
record Talk(List<Operation> operations, List<Authentication> authentications) {

    static final Talk NONE = new Talk(List.of(), List.of());

    private static final String NO_MECHANISM = "none";
    private static final String KERBEROS = "kerberos";

    /** What all inputs together know of a session. */
    static Talk of(Gathered gathered, int session) {
        Sessions sessions = gathered.sessions();
        Conversation conversation = Conversation.NONE;
        for (int place = sessions.first(session); place < sessions.last(session); place++) {
            ObservationTable table = sessions.tables().get(sessions.table(place));
            conversation = conversation.join(table.conversation(sessions.row(place)));
        }
        return conversation == Conversation.NONE
                ? NONE
                : of(conversation, gathered.interfaces().get());
    }

    static Talk of(Conversation conversation, Interfaces interfaces) {
        return new Talk(Operation.of(conversation, interfaces), conversation.authentications());
    }

    /** The stages that calls and authentications reach; what was answered by faults alone was tried and not reached. */
    Set<Stage> stages() {
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        for (Authentication each : authentications) {
            if (!each.type().equals(NO_MECHANISM)) {
                stages.add(Stage.AUTHENTICATION);
            }
        }
        for (Operation operation : operations) {
            Significance significance = operation.significance();
            if (significance != null && operation.done()) {
                stages.addAll(significance.stages());
            }
        }
        return stages;
    }

    /** The call that gives most concern; of equal ones the first. */
    Optional<Operation> worst() {
        Operation worst = null;
        Significance why = null;
        for (Operation operation : operations) {
            Significance significance = operation.significance();
            if (significance != null
                    && operation.done()
                    && (why == null || significance.concern().compareTo(why.concern()) > 0)) {
                worst = operation;
                why = significance;
            }
        }
        return Optional.ofNullable(worst);
    }

    /** The first that shows who the client is: a user's name, or a ticket of Kerberos, which is about somebody. */
    Optional<Authentication> identity() {
        for (Authentication each : authentications) {
            if (each.type().equals(KERBEROS)
                    || (each.user() != null && !each.user().isEmpty())) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
