package org.rpcscope.detect;

import java.util.Arrays;
import org.rpcscope.net.Zone;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Sessions;
import org.rpcscope.session.Tier;

/**
 * How common what is flagged is: how many internal hosts talk to a flagged destination, in any session, which session was
 * the first, and how often one host tried it without an answer. Counted in one pass over the sessions, for all findings at
 * once. Immutable; any thread.
 */
final class Prevalence {

    /** So many hosts are many; further ones are not counted. */
    static final int MANY = 10;

    private static final int NONE = -1;

    private final Candidates candidates;
    private final Flags flags;
    private final int[] hosts; // of each address of the candidates, where it is a flagged destination
    private final int[] first; // of the same the number of the first session that an internal host had with it
    private final PairSet attempts = new PairSet();

    private Prevalence(Candidates candidates, Flags flags) {
        this.candidates = candidates;
        this.flags = flags;
        this.hosts = new int[candidates.addresses()];
        this.first = new int[candidates.addresses()];
        Arrays.fill(first, NONE);
    }

    static Prevalence of(Sessions sessions, Candidates candidates, Flags flags) {
        Prevalence prevalence = new Prevalence(candidates, flags);
        if (candidates.count() > 0) {
            prevalence.countHosts(sessions);
            prevalence.countAttempts();
        }
        return prevalence;
    }

    /** How many internal hosts talk to a flagged candidate's destination, up to {@link #MANY}. */
    int hosts(int candidate) {
        return hosts[candidates.destination(candidate)];
    }

    /** Whether a flagged candidate is the first session that an internal host had with its destination. */
    boolean first(int candidate) {
        return first[candidates.destination(candidate)] == candidates.session(candidate);
    }

    /** How many flagged sessions between a candidate's ends had no answer. */
    int attempts(int candidate) {
        return attempts.count(candidates.source(candidate), candidates.destination(candidate));
    }

    private void countAttempts() {
        for (int candidate : flags.flaggedCandidates()) {
            Tier tier = candidates.tier(candidate);
            if (tier == Tier.ATTEMPT || tier == Tier.BLOCKED) {
                attempts.add(candidates.source(candidate), candidates.destination(candidate));
            }
        }
    }

    private void countHosts(Sessions sessions) {
        AddressPool addresses = sessions.tables().getFirst().pools().addresses();
        int[] place = flaggedDestinations(addresses.size());
        PairSet seen = new PairSet();
        for (int number = 0; number < sessions.count(); number++) {
            int best = sessions.first(number);
            ObservationTable table = sessions.tables().get(sessions.table(best));
            if (sessions.last(number) - best > 1) {
                best = sessions.best(number);
                table = sessions.tables().get(sessions.table(best));
            }
            int destination = table.destination(sessions.row(best));
            int wanted = destination < place.length ? place[destination] : -1; // an address newer than the snapshot
            if (wanted >= 0 && hosts[wanted] < MANY) {
                int source = table.source(sessions.row(best));
                boolean internal =
                        flags.networks().zone(addresses.high(source), addresses.low(source)) == Zone.INTERNAL;
                if (internal && first[wanted] == NONE) {
                    first[wanted] = number;
                }
                if (internal && seen.add(source, wanted) == 1) {
                    hosts[wanted]++;
                }
            }
        }
    }

    /** For each number of the pool its place among the candidates' addresses, or -1 where it is no flagged destination. */
    private int[] flaggedDestinations(int size) {
        int[] place = new int[size];
        Arrays.fill(place, -1);
        for (int candidate : flags.flaggedCandidates()) {
            int destination = candidates.destination(candidate);
            place[candidates.id(destination)] = destination;
        }
        return place;
    }
}
