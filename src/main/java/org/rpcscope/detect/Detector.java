package org.rpcscope.detect;

import java.util.List;
import org.rpcscope.net.Networks;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.sigma.Rule;
import org.rpcscope.tuning.Weights;

/**
 * Runs rules over observations and remembers the answers, so that a second run looks only at what has changed. For one
 * thread at a time; what it returns is for any.
 */
public final class Detector {

    private List<Rule> rules;
    private Networks networks;
    private Weights weights;

    public Detector(Pools pools, List<Rule> rules, Networks networks, Weights weights) {
        this.rules = List.copyOf(rules);
        this.networks = networks;
        this.weights = weights;
    }

    /** Draws another boundary; the next run answers by it, without looking at any observation again. */
    public void networks(Networks next) {
        networks = next;
    }

    /** Takes other rules; the next run evaluates those that are new. */
    public void rules(List<Rule> next) {
        rules = List.copyOf(next);
    }

    public void weights(Weights next) {
        weights = next;
    }

    public Detection run(List<ObservationTable> tables) {
        throw new UnsupportedOperationException(rules + " " + weights + tables + networks);
    }
}
