package org.rpcscope.ui.hosts;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.Session;
import org.rpcscope.session.Tier;

/** Counts the flagged sessions of a detection by the host that opened them. Any thread. */
record HostCount(Detection detection, ConversationNames names) {

    private static final int CHECK = 1023;

    private static final class Sum {
        private final int[] byTier = new int[Tier.values().length];
        private final Set<IpAddress> destinations = new LinkedHashSet<>();
        private final Set<String> users = new LinkedHashSet<>();
        private int score;
        private long first = Long.MAX_VALUE;
        private long last = Long.MIN_VALUE;
    }

    List<HostLine> lines(Progress progress) {
        Map<IpAddress, Sum> sums = new HashMap<>();
        int[] flagged = detection.flaggedSessions();
        for (int i = 0; i < flagged.length && ((i & CHECK) != 0 || !progress.cancelled()); i++) {
            Session session = detection.sessions().session(flagged[i]);
            Sum sum = sums.computeIfAbsent(session.ends().source(), _ -> new Sum());
            sum.byTier[session.tier().ordinal()]++;
            sum.destinations.add(session.ends().destination());
            sum.users.addAll(names.users(session.conversation()));
            sum.score = Math.max(sum.score, detection.score(flagged[i]));
            sum.first = Math.min(sum.first, session.start());
            sum.last = Math.max(sum.last, session.end());
        }
        return sums.entrySet().stream()
                .map(entry -> line(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static HostLine line(IpAddress host, Sum sum) {
        return new HostLine(
                host,
                sum.score,
                EnumSet.noneOf(Stage.class),
                Arrays.stream(sum.byTier).boxed().toList(),
                sum.destinations.size(),
                sum.first,
                sum.last,
                List.copyOf(sum.users));
    }
}
