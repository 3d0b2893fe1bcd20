package org.rpcscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.rpcscope.net.Networks;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Pools;
import org.rpcscope.tuning.Weights;

class MovementPropertyTest {

    private static final double DAY = 24 * 3600;

    private final Pools pools = new Pools();

    @Property(tries = 500)
    void whoMovesOnIsWhomThePlainestSearchFinds(@ForAll @Size(max = 12) List<@From("rows") Spoken> rows) {
        Detection detection = new Detector(pools, Rules.outboundRpc(), Networks.defaults(), Weights.defaults())
                .run(List.of(Spoken.table(pools, 1, rows)));
        List<Spoken> inOrder =
                rows.stream().sorted(Comparator.comparingDouble(Spoken::start)).toList();
        for (int session = 0; session < inOrder.size(); session++) {
            boolean found = detection.stages(session).contains(Stage.LATERAL_MOVEMENT);
            assertEquals(plainest(inOrder, inOrder.get(session)), found, "session " + session);
        }
    }

    private static boolean plainest(List<Spoken> all, Spoken session) {
        if (!rpc(session)) {
            return false;
        }
        String source = host(session.source());
        String destination = host(session.destination());
        if (internal(source) && internal(destination)) {
            double first = firstContact(all, source, destination);
            return all.stream()
                    .anyMatch(other -> rpc(other)
                            && source.equals(crosses(other))
                            && other.start() <= first
                            && first <= other.start() + DAY);
        }
        String moving = crosses(session);
        return all.stream()
                .filter(other -> rpc(other) && host(other.source()).equals(moving))
                .map(other -> host(other.destination()))
                .filter(peer -> internal(peer) && !peer.equals(moving))
                .mapToDouble(peer -> firstContact(all, moving, peer))
                .anyMatch(first -> session.start() <= first && first <= session.start() + DAY);
    }

    private static double firstContact(List<Spoken> all, String source, String destination) {
        return all.stream()
                .filter(other -> rpc(other)
                        && !source.equals(destination)
                        && host(other.source()).equals(source)
                        && host(other.destination()).equals(destination))
                .mapToDouble(Spoken::start)
                .min()
                .orElse(Double.NaN);
    }

    /** The internal end of a session across the boundary, or nothing. */
    private static String crosses(Spoken session) {
        String source = host(session.source());
        String destination = host(session.destination());
        if (internal(source) == internal(destination)) {
            return "";
        }
        return internal(source) ? source : destination;
    }

    private static boolean rpc(Spoken session) {
        return Evidence.has(session.evidence(), Evidence.DCE_RPC);
    }

    private static boolean internal(String host) {
        return host.startsWith("10.");
    }

    private static String host(String end) {
        return end.substring(0, end.indexOf(' '));
    }

    @Provide
    Arbitrary<Spoken> rows() {
        Arbitrary<String> hosts = Arbitraries.of("10.1.1.1", "10.1.1.2", "10.1.1.3", "45.148.10.77");
        return Combinators.combine(
                        hosts,
                        hosts,
                        Arbitraries.of(0.0, 1.0, 10.0, DAY, DAY + 1, DAY + 10, 3 * DAY),
                        Arbitraries.of(Spoken.RPC, Spoken.RPC, Spoken.OPEN))
                .as((source, destination, start, evidence) -> Spoken.quiet(
                                source + " 50000", destination + " 49154", start)
                        .with(evidence));
    }
}
