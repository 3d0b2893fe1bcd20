package org.rpcscope.detect;

import java.util.Arrays;
import java.util.function.IntFunction;
import org.rpcscope.net.Zone;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.SessionBlock;
import org.rpcscope.session.SessionBlock.Cell;
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

    /** @param zones of an address by its number */
    static Prevalence of(Sessions sessions, Candidates candidates, Flags flags, IntFunction<Zone> zones) {
        Prevalence prevalence = new Prevalence(candidates, flags);
        if (candidates.count() > 0) {
            prevalence.countHosts(sessions, zones);
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

    private void countHosts(Sessions sessions, IntFunction<Zone> zones) {
        AddressPool addresses = sessions.tables().getFirst().pools().addresses();
        int[] place = flaggedDestinations(addresses.size());
        PairSet seen = new PairSet();
        SessionBlock block = new SessionBlock(sessions);
        for (int at = 0; at < SessionBlock.blocks(sessions); at++) {
            block.move(at);
            int[] destinations = block.of(Cell.DESTINATION);
            for (int i = 0; i < block.count(); i++) {
                int destination = destinations[i];
                int wanted = destination < place.length ? place[destination] : -1; // an address newer than the snapshot
                if (wanted >= 0 && hosts[wanted] < MANY) {
                    int source = block.of(Cell.SOURCE)[i];
                    boolean internal = zones.apply(source) == Zone.INTERNAL;
                    if (internal && first[wanted] == NONE) {
                        first[wanted] = block.from() + i;
                    }
                    if (internal && seen.add(source, wanted) == 1) {
                        hosts[wanted]++;
                    }
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
