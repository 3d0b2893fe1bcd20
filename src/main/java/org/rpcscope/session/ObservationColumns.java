package org.rpcscope.session;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.Column;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;

/**
 * The fields of a table's rows by their native names: those of the Elastic Common Schema and of Sigma's category
 * "network", and a few of our own. The zones are not among them: they follow from the networks, not from the input.
 */
public final class ObservationColumns {

    /** The UUIDs of the interfaces that were bound or called over DCE/RPC. */
    public static final String INTERFACE = "rpcscope.interface";

    /** The users who proved to be themselves over DCE/RPC, without their domains, and the one whom a log names. */
    public static final String USER = "user.name";

    /** The fields that have a column. */
    public static final List<String> NAMES = List.of(
            "source.ip",
            "destination.ip",
            "source.port",
            "destination.port",
            "network.transport",
            "network.type",
            "network.protocol",
            "network.community_id",
            "event.outcome",
            "rpcscope.tier",
            "rpcscope.initiated",
            "event.action",
            "network.state",
            "network.history",
            "rpcscope.service",
            "event.duration",
            "source.bytes",
            "destination.bytes",
            "source.packets",
            "destination.packets",
            INTERFACE,
            USER,
            "host.name",
            "process.executable",
            "rpcscope.policy");

    private ObservationColumns() {}

    /** The column of a native field, or null where sessions do not have it: then it is absent from every row. */
    public static @Nullable Column of(ObservationTable table, String field) {
        return switch (field) {
            case "source.ip" -> new AddressColumn(table, true);
            case "destination.ip" -> new AddressColumn(table, false);
            case "source.port" -> new PortColumn(table, true);
            case "destination.port" -> new PortColumn(table, false);
            case "network.transport" ->
                new EvidenceColumn(table, e -> transport(e).label());
            case "network.type" -> new FamilyColumn(table);
            case "network.protocol" ->
                new EvidenceColumn(table, e -> Evidence.has(e, Evidence.DCE_RPC) ? "dce_rpc" : null);
            case "network.community_id" -> new CommunityColumn(table);
            case "event.outcome" ->
                new EvidenceColumn(table, e -> Evidence.outcome(e).label());
            case "rpcscope.tier" -> new EvidenceColumn(table, e -> Tier.of(e).label());
            case "rpcscope.initiated" -> new EvidenceColumn(table, e -> "true");
            case "event.action" -> new TextColumn(table, chunk -> chunk.words().action);
            case "network.state" -> new TextColumn(table, chunk -> chunk.words().state);
            case "network.history" -> new TextColumn(table, chunk -> chunk.words().history);
            case "rpcscope.service" -> new ServiceColumn(table, new TextColumn(table, chunk -> chunk.words().service));
            case "event.duration" -> new NumberColumn(row -> table.end(row) - table.start(row));
            case "source.bytes" -> new NumberColumn(table::sourceBytes);
            case "destination.bytes" -> new NumberColumn(table::destinationBytes);
            case "source.packets" -> new NumberColumn(table::sourcePackets);
            case "destination.packets" -> new NumberColumn(table::destinationPackets);
            case INTERFACE -> new ConversationColumn(table, ObservationColumns::interfaces);
            case USER -> new UserColumn(table);
            case "host.name" -> new TextColumn(table, chunk -> chunk.named().host);
            case "process.executable" -> new TextColumn(table, chunk -> chunk.named().process);
            case "rpcscope.policy" -> new TextColumn(table, chunk -> chunk.named().policy);
            default -> null;
        };
    }

    /** The values of {@link #INTERFACE}. */
    public static List<String> interfaces(Conversation said) {
        Stream<UUID> bound =
                said.bindings().stream().map(binding -> binding.interfaceId().uuid());
        Stream<UUID> called = said.calls().stream().map(Calls::uuid).filter(Objects::nonNull);
        return Stream.concat(bound, called).map(UUID::toString).distinct().toList();
    }

    /** The values of {@link #USER}. */
    public static List<String> users(Conversation said) {
        return said.authentications().stream()
                .map(Authentication::user)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Transport transport(int evidence) {
        return Evidence.has(evidence, Evidence.UDP) ? Transport.UDP : Transport.TCP;
    }
}
