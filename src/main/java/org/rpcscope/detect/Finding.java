package org.rpcscope.detect;

import java.util.List;
import org.rpcscope.net.Reason;
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
 */
public record Finding(
        Session session,
        Direction direction,
        Reason sourceZone,
        Reason destinationZone,
        List<Rule> rules,
        Score score) {

    /** Whether any rule matched. */
    public boolean flagged() {
        return !rules.isEmpty();
    }
}
