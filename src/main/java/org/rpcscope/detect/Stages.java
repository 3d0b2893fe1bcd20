package org.rpcscope.detect;

import java.util.ArrayList;
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
        stages.addAll(of(bits(seen.evidence(), seen.port(), direction, learned, talk, moved)));
        return stages;
    }

    /** The same as {@link #bits(Set)}: sessions are many, and most of them reach none. */
    static int bits(int evidence, int port, Direction direction, boolean learned, Talk talk, boolean moved) {
        int bits = talk == Talk.NONE ? 0 : bits(talk.stages());
        Tier tier = Tier.of(evidence);
        if (direction == Direction.INBOUND && isRpc(evidence, port, learned)) {
            bits |= 1 << Stage.INITIAL_ACCESS.ordinal();
        }
        if (tier == Tier.CONFIRMED || tier == Tier.ESTABLISHED) {
            bits |= 1 << Stage.CONNECTION.ordinal();
        }
        return moved ? bits | 1 << Stage.LATERAL_MOVEMENT.ordinal() : bits;
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
        List<Stage> stages = new ArrayList<>();
        for (Stage stage : ALL) {
            if ((bits >> stage.ordinal() & 1) != 0) {
                stages.add(stage);
            }
        }
        return stages;
    }

    /** Whether a session is RPC that was answered: seen to be, or established where RPC is to be had. */
    static boolean isRpc(int evidence, int port, boolean learned) {
        return Evidence.has(evidence, Evidence.DCE_RPC)
                || (learned || port == MAPPER_PORT) && isEstablished(evidence, learned);
    }

    private static boolean isEstablished(int evidence, boolean learned) {
        return (learned || !Evidence.has(evidence, Evidence.UDP)) && Tier.of(evidence) == Tier.ESTABLISHED;
    }
}
