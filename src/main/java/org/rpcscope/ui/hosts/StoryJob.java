package org.rpcscope.ui.hosts;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rpcscope.cases.CaseEvents;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.RelatedEvents;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.job.Job;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.IndexSort;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Session;
import org.rpcscope.session.Sessions;

/** Puts the story of a host together: a pass over all sessions, then one over its own in order of time. */
record StoryJob(Detection detection, ConversationNames names, CaseEvents events, IpAddress host) implements Job<Story> {

    private static final int CHECK = 4095;

    /** Any distance in time: half of what there is, so that no sum of two overflows. */
    private static final long EVER = Long.MAX_VALUE / 2;

    @Override
    public String title() {
        return "story of " + host;
    }

    @Override
    public Story run(Progress progress) throws Exception {
        int[] own = inOrder(own(progress));
        byte[] firsts = new byte[own.length];
        Set<IpAddress> peers = new HashSet<>();
        Set<String> users = new LinkedHashSet<>();
        int flagged = 0;
        long moment = 0;
        for (int at = 0; at < own.length && ((at & CHECK) != 0 || !progress.cancelled()); at++) {
            Session session = detection.sessions().session(own[at]);
            IpAddress source = session.ends().source();
            IpAddress other = source.equals(host) ? session.ends().destination() : source;
            int bits = peers.add(other) ? Story.PEER : 0;
            bits |= users.addAll(names.users(session)) ? Story.USER : 0;
            firsts[at] = (byte) bits;
            if (detection.flagged(own[at])) {
                moment = flagged == 0 ? session.start() : moment;
                flagged++;
            }
        }
        if (flagged == 0 && own.length > 0) {
            moment = detection.sessions().start(own[0]);
        }
        RelatedEvents told =
                events.relating(detection, Set.of(host), moment, EVER).run(progress);
        return new Story(host, detection, names, own, firsts, flagged, peers.size(), new LinkedHashSet<>(users), told);
    }

    private int[] own(Progress progress) {
        Sessions sessions = detection.sessions();
        int[] found = new int[64];
        int count = 0;
        List<ObservationTable> tables = sessions.tables();
        for (int session = 0; session < sessions.count(); session++) {
            if ((session & CHECK) == 0 && progress.cancelled()) {
                break;
            }
            int best = sessions.best(session);
            ObservationTable table = tables.get(sessions.table(best));
            AddressPool addresses = table.pools().addresses();
            int row = sessions.row(best);
            if (is(addresses, table.source(row)) || is(addresses, table.destination(row))) {
                found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
                found[count++] = session;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private boolean is(AddressPool addresses, int address) {
        return addresses.low(address) == host.low() && addresses.high(address) == host.high();
    }

    private int[] inOrder(int[] own) {
        long[] starts = new long[own.length];
        Arrays.setAll(starts, i -> detection.sessions().start(own[i]));
        int[] places = IndexSort.order(starts, starts.length);
        int[] order = new int[own.length];
        Arrays.setAll(order, i -> own[places[i]]);
        return order;
    }
}
