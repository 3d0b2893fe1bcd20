package org.rpcscope.detect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.job.Progress;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Reason;
import org.rpcscope.net.Standing;
import org.rpcscope.net.Zone;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Sessions;
import org.rpcscope.session.Tier;
import org.rpcscope.tuning.NetworkList;

/**
 * Looks for networks that are most likely on the wrong list, in one pass over the sessions; what is asked of an address is
 * asked once for each. Distinct peers are counted in sketches of fixed size, so that memory grows with networks, not with
 * sessions. For a job.
 */
public final class Suggestions {

    /** So many hosts of a network have to behave alike. */
    static final int HOSTS = 3;
    /** So many internal servers have to answer them. */
    static final int SERVERS = 5;
    /** To so many external addresses they have to go. */
    static final int OUTSIDE = 10;
    /** A service is used by so many internal hosts at least, and by half of them. */
    static final int USERS = 4;

    private static final int MOST = 40;
    private static final int STEP = 1 << 16;
    private static final int V4 = 24;
    private static final int V6 = 64;
    private static final byte UNASKED = -1;

    private final Detection detection;
    private final Sessions sessions;
    private final AddressPool addresses;
    private final byte[] standings; // of each number of the pool
    private final int[] networkOf; // of the same the place in networks, or -1
    private final List<Conduct> networks = new ArrayList<>();
    private final Map<Cidr, Integer> places = new HashMap<>();
    private final Users users;
    private final PrivateNames names = new PrivateNames();

    private Suggestions(Detection detection) {
        this.detection = detection;
        this.sessions = detection.sessions();
        this.addresses = sessions.tables().getFirst().pools().addresses();
        this.standings = new byte[addresses.size()];
        this.networkOf = new int[standings.length];
        this.users = new Users(detection, standings.length);
        Arrays.fill(standings, UNASKED);
    }

    /**
     * What the sessions of a detection speak for, the strongest of each kind first; none where the progress is cancelled.
     *
     * @param progress advances by sessions
     */
    public static List<Suggestion> of(Detection detection, Progress progress) {
        if (detection.sessions().count() == 0) {
            return List.of();
        }
        Suggestions all = new Suggestions(detection);
        progress.total(all.sessions.count());
        for (int from = 0; from < all.sessions.count(); from += STEP) {
            if (progress.cancelled()) {
                return List.of();
            }
            int to = Math.min(from + STEP, all.sessions.count());
            for (int session = from; session < to; session++) {
                all.take(session);
            }
            progress.advance(to - from);
        }
        return all.found();
    }

    private void take(int session) {
        int best = sessions.best(session);
        ObservationTable table = sessions.tables().get(sessions.table(best));
        int row = sessions.row(best);
        int source = table.source(row);
        int destination = table.destination(row);
        if (Math.max(source, destination) >= standings.length) {
            return; // an address newer than the snapshot
        }
        Standing from = standing(source);
        Standing to = standing(destination);
        Tier tier = Tier.of(sessions.evidence(session));
        boolean answered = tier == Tier.CONFIRMED || tier == Tier.ESTABLISHED;
        if (from == Standing.INTERNAL) {
            users.took(source, destination);
        } else {
            Conduct conduct = conduct(source);
            if (conduct != null) {
                conduct.opened(source, destination, to.zone(), answered);
            }
        }
        if (to == Standing.SPECIAL && answered) {
            Conduct conduct = conduct(destination);
            if (conduct != null) {
                conduct.answered(destination);
            }
        }
        if (to == Standing.EXTERNAL && tier == Tier.CONFIRMED) {
            names.look(sessions, session, addresses.address(destination));
        }
    }

    private Standing standing(int address) {
        byte known = standings[address];
        if (known == UNASKED) {
            known = detection
                    .networks()
                    .standing(addresses.high(address), addresses.low(address))
                    .code();
            standings[address] = known;
            networkOf[address] = -1;
        }
        return Standing.of(known);
    }

    /** How the network of an address behaves; null for one that is no host's, such as a group's. */
    private @Nullable Conduct conduct(int address) {
        int place = networkOf[address];
        if (place < 0) {
            IpAddress ip = addresses.address(address);
            Cidr network = standing(address) == Standing.SPECIAL
                    ? SpecialUse.block(detection.networks(), ip)
                    : Cidr.around(ip, ip.isV4() ? V4 : V6);
            if (network == null) {
                return null;
            }
            Standing standing = standing(address);
            place = places.computeIfAbsent(network, key -> {
                networks.add(new Conduct(key, standing));
                return networks.size() - 1;
            });
            networkOf[address] = place;
        }
        return networks.get(place);
    }

    private List<Suggestion> found() {
        List<Suggestion> found = new ArrayList<>(names.found());
        for (Conduct conduct : networks) {
            Suggestion suggestion = conduct.suggestion();
            if (suggestion != null) {
                found.add(suggestion);
            }
        }
        users.found(this::service).forEach(found::add);
        found.sort(Comparator.comparing(Suggestion::kind)
                .thenComparing(Comparator.comparingLong(Suggestion::weight).reversed())
                .thenComparing(each -> each.network().network()));
        return List.copyOf(found.subList(0, Math.min(MOST, found.size())));
    }

    private @Nullable Suggestion service(int destination, int hosts, int all) {
        IpAddress address = addresses.address(destination);
        Reason reason = detection.networks().reason(address);
        if (reason.zone() != Zone.EXTERNAL || standing(destination) == Standing.PARTNER) {
            return null;
        }
        String words = String.format(
                Locale.ROOT, "%,d of %,d internal hosts use it: more likely a service than an intruder", hosts, all);
        return new Suggestion(
                Suggestion.Kind.SERVICE,
                NetworkList.PARTNER,
                Cidr.around(address, address.isV4() ? 32 : 128),
                words,
                hosts);
    }
}
