package org.rpcscope.detect;

import org.jspecify.annotations.Nullable;
import org.rpcscope.session.Sessions;
import org.rpcscope.tuning.Weights;

/**
 * What follows from a snapshot and costs a look at all of its sessions: made when first asked for, twice at worst, with the
 * same answer. Any thread; the first call is work for a job.
 */
final class Derived {

    private final Gathered gathered;
    private final Flags flags;
    private final Weights weights;

    private volatile @Nullable Movement movement;
    private volatile @Nullable Prevalence prevalence;
    private volatile @Nullable Scores scores;
    private volatile @Nullable LinkedSessions linked;
    private volatile @Nullable AddressZones zones;
    private volatile @Nullable MatchedRules matched;
    private volatile long @Nullable [] flagged;

    Derived(Gathered gathered, Flags flags, Weights weights) {
        this.gathered = gathered;
        this.flags = flags;
        this.weights = weights;
    }

    Scores scores() {
        Scores made = scores;
        if (made == null) {
            made = Scores.of(gathered, flags, movement(), prevalence(), weights);
            scores = made;
        }
        return made;
    }

    Prevalence prevalence() {
        Prevalence made = prevalence;
        if (made == null) {
            made = Prevalence.of(gathered.sessions(), gathered.candidates(), flags, address -> zones().apply(address));
            prevalence = made;
        }
        return made;
    }

    Movement movement() {
        Movement made = movement;
        if (made == null) {
            made = Movement.of(gathered, address -> zones().apply(address));
            movement = made;
        }
        return made;
    }

    LinkedSessions linked() {
        LinkedSessions made = linked;
        if (made == null) {
            made = LinkedSessions.of(gathered.sessions(), gathered.links());
            linked = made;
        }
        return made;
    }

    /** There has to be a table. */
    AddressZones zones() {
        AddressZones made = zones;
        if (made == null) {
            made = new AddressZones(
                    gathered.sessions().tables().getFirst().pools().addresses(), flags.networks());
            zones = made;
        }
        return made;
    }

    MatchedRules matched() {
        MatchedRules made = matched;
        if (made == null) {
            made = MatchedRules.of(gathered, flags);
            matched = made;
        }
        return made;
    }

    /** The flagged sessions as bits by their numbers. */
    long[] flagged() {
        long[] made = flagged;
        if (made == null) {
            Sessions sessions = gathered.sessions();
            made = new long[(sessions.count() + 63) >>> 6];
            for (int session : flags.sessions()) {
                made[session >>> 6] |= 1L << session;
            }
            flagged = made;
        }
        return made;
    }
}
