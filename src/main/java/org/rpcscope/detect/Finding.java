package org.rpcscope.detect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Reason;
import org.rpcscope.rpc.Operation;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.Direction;
import org.rpcscope.session.Session;
import org.rpcscope.sigma.Rule;

/**
 * What the engine says of one session.
 *
 * @param direction which way it goes across the boundary
 * @param sourceZone the zone of the originator, and why
 * @param destinationZone the zone of the responder, and why
 * @param rules the rules that matched, in the order given to the {@link Detector}; none where it is not flagged
 * @param score {@link Score#NONE} where it is not flagged
 * @param operations that were called over DCE/RPC, by name and with what they are worth
 * @param stages of an attack that it reaches, in their order
 * @param learnedFrom the Community ID of the session that announced this one's port; null where none did
 */
public record Finding(
        Session session,
        Direction direction,
        Reason sourceZone,
        Reason destinationZone,
        List<Rule> rules,
        Score score,
        List<Operation> operations,
        List<Stage> stages,
        @Nullable String learnedFrom) {

    /** Whether any rule matched. */
    public boolean flagged() {
        return !rules.isEmpty();
    }
}
