package org.rpcscope.detect;

import java.util.List;
import java.util.function.Supplier;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.session.Sessions;
import org.rpcscope.sigma.Rule;

/**
 * What was gathered from the tables at one moment, the same under every boundary and for all weights. Immutable.
 *
 * @param interfaces what operations are worth, asked for when something was said over DCE/RPC
 */
record Gathered(Sessions sessions, Candidates candidates, RulePlan plan, Links links, Supplier<Interfaces> interfaces) {

    /** The worst rule that matches a candidate under a pair of zones; at least one has to match. */
    Rule rule(int candidate, int pair) {
        return plan.worst(candidates.matches(), candidates.matchesFrom(candidate), pair);
    }

    /** The rules that match a candidate under a pair of zones. */
    List<Rule> rules(int candidate, int pair) {
        return plan.rules(candidates.matches(), candidates.matchesFrom(candidate), pair);
    }
}
