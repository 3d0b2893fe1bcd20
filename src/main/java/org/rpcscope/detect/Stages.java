package org.rpcscope.detect;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.Direction;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Tier;

/** Which stages of an attack a session reaches, as {@code cli.md} lists them. */
final class Stages {

    private static final int MAPPER_PORT = 135;
    private static final List<Stage> ALL = List.of(Stage.values());

    private Stages() {}

    /**
     * The stages of one session.
     *
     * @param learned whether its port was announced
     * @param talk what was said
     * @param moved whether RPC went on from host to host ({@link Movement})
     */
    static Set<Stage> of(Facts.Seen seen, Direction direction, boolean learned, Talk talk, boolean moved) {
        Set<Stage> stages = EnumSet.noneOf(Stage.class);
        Tier tier = seen.tier();
        if (direction == Direction.INBOUND && isRpc(seen.evidence(), seen.port(), learned)) {
            stages.add(Stage.INITIAL_ACCESS);
        }
        if (tier == Tier.CONFIRMED || tier == Tier.ESTABLISHED) {
            stages.add(Stage.CONNECTION);
        }
        stages.addAll(talk.stages());
        if (moved) {
            stages.add(Stage.LATERAL_MOVEMENT);
        }
        return stages;
    }

    /** A bit for each stage, by its place in {@link Stage}. */
    static int bits(Set<Stage> stages) {
        int bits = 0;
        for (Stage stage : stages) {
            bits |= 1 << stage.ordinal();
        }
        return bits;
    }

    /** The stages of {@link #bits}, in their order. */
    static List<Stage> of(int bits) {
        return ALL.stream().filter(stage -> (bits >> stage.ordinal() & 1) != 0).toList();
    }

    /** Whether a session is RPC that was answered: seen to be, or established where RPC is to be had. */
    static boolean isRpc(int evidence, int port, boolean learned) {
        if (Evidence.has(evidence, Evidence.DCE_RPC)) {
            return true;
        }
        boolean expected = learned || (port == MAPPER_PORT && !Evidence.has(evidence, Evidence.UDP));
        return expected && Tier.of(evidence) == Tier.ESTABLISHED;
    }
}
