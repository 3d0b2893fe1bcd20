package org.rpcscope.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Observed;
import org.rpcscope.job.Progress;
import org.rpcscope.session.Evidence;

/** Who talks with whom in tests. */
final class Talks {

    static final int TRIED = Evidence.SYN | Evidence.DIRECTION_KNOWN;
    static final int CONFIRMED = TRIED | Evidence.SYN_ACK | Evidence.DCE_RPC;

    private Talks() {}

    /** The pairs of some sessions, flagged by the bundled rules under the default boundary. */
    static Pairs pairs(List<Observed> talks) {
        Detection detection = Observed.judged(talks);
        int[] all = IntStream.range(0, detection.sessions().count()).toArray();
        return Pairs.of(detection, all, new Progress());
    }

    /** A network of many hosts that speak with some servers outside. */
    static Pairs many(int hosts, int servers) {
        List<Observed> talks = new ArrayList<>();
        for (int i = 0; i < hosts; i++) {
            String inside = "10." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256;
            for (int j = 0; j < 4; j++) {
                int server = (i * 7 + j * 13) % servers;
                String outside = "45.148." + server / 200 + "." + (1 + server % 200);
                talks.add(new Observed(inside, outside, j == 0 ? 135 : 443, j == 0 ? CONFIRMED : TRIED));
            }
        }
        return pairs(talks);
    }
}
