package org.rpcscope.filter;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Zone;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.Direction;
import org.rpcscope.session.Outcome;
import org.rpcscope.session.Status;
import org.rpcscope.session.Tier;
import org.rpcscope.session.Transport;
import org.rpcscope.session.Verdict;
import org.rpcscope.sigma.Level;

/** What a term of a filter can ask about. The first name is the one that is written; the others are understood as well. */
public enum Field {
    /** Either end. */
    ADDRESS(new Kind.Address(), "ip"),
    /** The end that opened the session. */
    SOURCE(new Kind.Address(), "src", "source", "source.ip", "src.ip"),
    DESTINATION(new Kind.Address(), "dst", "dest", "destination", "destination.ip", "dst.ip"),
    /** The responder's, which the table shows as the port. */
    PORT(new Kind.Port(), "port", "dst.port", "destination.port"),
    SOURCE_PORT(new Kind.Port(), "src.port", "source.port"),
    TIER(Kind.Choice.of(Tier.values(), Tier::label), "tier"),
    /** The zone of either end. */
    ZONE(Kind.Choice.of(Zone.values(), Zone::label), "zone"),
    SOURCE_ZONE(Kind.Choice.of(Zone.values(), Zone::label), "src.zone", "source.zone"),
    DESTINATION_ZONE(Kind.Choice.of(Zone.values(), Zone::label), "dst.zone", "destination.zone"),
    /** Whether a rule flags it. */
    FLAGGED(new Kind.Choice(List.of("yes", "no")), "flagged"),
    /** Of a flagged session, 0 to 100; 0 of any other. */
    SCORE(new Kind.Number(), "score"),
    /** When it began, in UTC. */
    TIME(new Kind.Moment(), "time", "start"),
    DURATION(new Kind.Span(), "duration"),
    /** Transport payload of both directions. */
    BYTES(new Kind.Number(), "bytes"),
    SOURCE_BYTES(new Kind.Number(), "src.bytes", "source.bytes"),
    DESTINATION_BYTES(new Kind.Number(), "dst.bytes", "destination.bytes"),
    PACKETS(new Kind.Number(), "packets"),
    DIRECTION(Kind.Choice.of(Direction.values(), Direction::label), "direction"),
    /** A partner that an end belongs to: a part of the owner's name or of the comment, or {@code *}. */
    PARTNER(new Kind.Text(), "partner"),
    TRANSPORT(Kind.Choice.of(Transport.values(), Transport::label), "transport", "proto"),
    OUTCOME(Kind.Choice.of(Outcome.values(), Outcome::label), "outcome"),
    SERVICE(new Kind.Text(), "service"),
    /** The name or the UUID of an interface asked for. */
    INTERFACE(new Kind.Text(), "interface", "iface"),
    /** The name of an operation called. */
    OPERATION(new Kind.Text(), "op", "operation"),
    /** Who authenticated, as {@code DOMAIN\\user}. */
    USER(new Kind.Text(), "user"),
    /** The path or the name of the program whose connection it is, as a log has it. */
    PROCESS(new Kind.Text(), "process"),
    /** A stage of an attack that it reaches. */
    STAGE(Kind.Choice.of(Stage.values(), Stage::label), "stage"),
    /** The highest level of the rules that match. */
    LEVEL(Kind.Choice.of(Level.values(), Level::label), "level", "severity"),
    /** The title or the identifier of a rule that matched. */
    RULE(new Kind.Text(), "rule"),
    /** What a log says became of it, such as {@code deny}. */
    ACTION(new Kind.Text(), "action"),
    /** The Community ID, version 1. */
    COMMUNITY_ID(new Kind.Text(), "community_id", "cid"),
    /** How far the analyst is with it. */
    STATUS(Kind.Choice.of(Status.values(), Status::label), "status"),
    /** What the analyst found it to be. */
    VERDICT(Kind.Choice.of(Verdict.values(), Verdict::label), "verdict"),
    /** A tag that the analyst gave it. */
    TAG(new Kind.Text(), "tag"),
    /** The name of an input. */
    INPUT(new Kind.Text(), "file", "input"),
    /** A word without a field: asked of addresses, ports, and every text that the table shows. */
    ANYTHING(new Kind.Anything());

    private final Kind kind;
    private final List<String> names;

    Field(Kind kind, String... names) {
        this.kind = kind;
        this.names = List.of(names);
    }

    Kind kind() {
        return kind;
    }

    /** Whether it is the analyst's word, which changes while the sessions stay. */
    boolean marked() {
        return this == STATUS || this == VERDICT || this == TAG;
    }

    /** The name as it is written before the colon; empty for a word without a field. */
    public String label() {
        return names.isEmpty() ? "" : names.getFirst();
    }

    /** Whether its values are more and less, so that one can ask for all from one on. */
    public boolean measured() {
        return kind instanceof Measure;
    }

    /** The words of which a value has to be one, in their order; empty where any may be written. */
    public List<String> words() {
        return kind instanceof Kind.Choice(List<String> words) ? words : List.of();
    }

    /** The field of a name in either case, or null. */
    static @Nullable Field named(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(field -> field.names.contains(folded))
                .findFirst()
                .orElse(null);
    }

    /** All names that are written. */
    static List<String> labels() {
        return Arrays.stream(values())
                .map(Field::label)
                .filter(label -> !label.isEmpty())
                .toList();
    }
}
