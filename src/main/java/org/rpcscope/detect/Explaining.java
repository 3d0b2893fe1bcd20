package org.rpcscope.detect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rpcscope.query.FieldNames;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Sessions;
import org.rpcscope.sigma.Event;
import org.rpcscope.sigma.EventEvaluator;
import org.rpcscope.sigma.Explainer;
import org.rpcscope.sigma.Explanation;
import org.rpcscope.sigma.Expression;
import org.rpcscope.sigma.FilterRule;
import org.rpcscope.sigma.RowEvent;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.ZonedEvent;

/** Says why a rule matches a session or does not, part by part. */
final class Explaining {

    private Explaining() {}

    /**
     * The tree of the rule's condition, and of the exceptions about it, for the observation that decides: the first that the
     * rule matches, else the one that knows best who opened the session.
     *
     * @param pair the zones of the session's ends
     */
    static Explanation of(Gathered gathered, Rule rule, int session, int pair) {
        Rule whole = FilterRule.applied(gathered.plan().given(), List.of(rule)).getFirst();
        Sessions sessions = gathered.sessions();
        int deciding = sessions.best(session);
        for (int place = sessions.last(session) - 1; place >= sessions.first(session); place--) {
            if (EventEvaluator.matches(rule.expression(), event(gathered, place, pair))) {
                deciding = place;
            }
        }
        Expression expression = whole.expression();
        return Explainer.explain(expression, event(gathered, deciding, pair));
    }

    private static Event event(Gathered gathered, int place, int pair) {
        ObservationTable table =
                gathered.sessions().tables().get(gathered.sessions().table(place));
        int row = gathered.sessions().row(place);
        Map<String, String> derived = new HashMap<>(ZonePair.fields(pair));
        Announcer announcer = gathered.links().announcer(table, row);
        if (announcer != null) {
            derived.put(FieldNames.LEARNED_FROM, announcer.communityId());
        }
        return new ZonedEvent(new RowEvent(table, row), derived);
    }
}
