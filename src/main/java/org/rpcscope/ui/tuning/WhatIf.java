package org.rpcscope.ui.tuning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.RuleSet;
import org.rpcscope.sigma.Rule;
import org.rpcscope.tuning.Profile;

/**
 * What profiles make of the sessions that are there. It remembers the answer of the last rules, since other rules are asked
 * about all sessions, and all else about a few. Any thread.
 */
final class WhatIf {

    /** The networks of a draft are told apart from all that hold. */
    private static final long DRAFT = -1;

    private volatile @Nullable Judged last;

    /**
     * A profile, and what of it is known elsewhere.
     *
     * @param rules what it has on, and what it excepts
     */
    record Terms(Profile profile, RuleSet rules) {}

    private record Judged(Detection now, List<Rule> rules, Detection then) {}

    /** The sessions as they would be judged. */
    Detection under(Detection now, Terms terms) {
        return judged(now, terms.rules().rules())
                .excepting(terms.rules().exceptions())
                .narrowed(terms.profile().thresholds())
                .under(terms.profile().networks(DRAFT));
    }

    private Detection judged(Detection now, List<Rule> rules) {
        Judged known = last;
        if (known == null || known.now() != now || !known.rules().equals(rules)) {
            known = new Judged(now, rules, now.judged(rules));
            last = known;
        }
        return known.then();
    }
}
