package org.rpcscope.detect;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.TextPool;

/**
 * One observation of a test in which something may have been said. Times are in seconds.
 *
 * @param source with its port behind a space: "10.1.2.3 50001"
 */
public record Spoken(
        String source, String destination, double start, double end, int evidence, Conversation conversation) {

    static final int OPEN = Evidence.SYN | Evidence.SYN_ACK | Evidence.SOURCE_PAYLOAD | Evidence.DESTINATION_PAYLOAD;
    static final int RPC = OPEN | Evidence.DCE_RPC | Evidence.DIRECTION_KNOWN;

    private static final InterfaceId SAMR =
            new InterfaceId(UUID.fromString("12345778-1234-abcd-ef00-0123456789ac"), 1, 0);

    /** An established session of a second, without anything known to be said in it. */
    public static Spoken quiet(String source, String destination, double start) {
        return new Spoken(source, destination, start, start + 1, OPEN, Conversation.NONE);
    }

    /** The same from a log that knows no fractions of seconds. */
    static void logged(ObservationTable table, String source, String destination, double start) {
        int row = quiet(source, destination, Math.floor(start)).append(table);
        table.describe(row, table.pools().texts().intern("SF"), TextPool.ABSENT, TextPool.ABSENT, TextPool.ABSENT);
    }

    /** A session of a second with an endpoint mapper that says where something is; an address of null for a host's name. */
    public static Spoken asks(String source, String server, double start, @Nullable String address, int... ports) {
        return new Spoken(source, server + " 135", start, start + 1, RPC, announcing(address, ports));
    }

    static Conversation announcing(@Nullable String address, int... ports) {
        List<Announcement> all = Arrays.stream(ports)
                .mapToObj(port -> address == null
                        ? new Announcement(Announcement.Kind.OBJECT_EXPORTER, null, null, "DC1", port)
                        : new Announcement(
                                Announcement.Kind.ENDPOINT_MAPPER, SAMR, IpAddress.parse(address), null, port))
                .toList();
        return new Conversation(List.of(), List.of(), List.of(), all, List.of(), Set.of());
    }

    /** A session of a second in which these calls were made. */
    static Spoken calls(String source, String destination, double start, Calls... calls) {
        Conversation said = new Conversation(List.of(), List.of(calls), List.of(), List.of(), List.of(), Set.of());
        return new Spoken(source, destination, start, start + 1, RPC, said);
    }

    Spoken with(int other) {
        return new Spoken(source, destination, start, end, other, conversation);
    }

    Spoken until(double later) {
        return new Spoken(source, destination, start, later, evidence, conversation);
    }

    Spoken by(Authentication authentication) {
        Conversation said = new Conversation(
                List.of(),
                conversation.calls(),
                List.of(authentication),
                conversation.announcements(),
                List.of(),
                Set.of());
        return new Spoken(source, destination, start, end, evidence, said);
    }

    public static ObservationTable table(Pools pools, long fingerprint, List<Spoken> rows) {
        ObservationTable table = Observed.open(pools, fingerprint);
        rows.forEach(row -> row.append(table));
        table.end();
        return table;
    }

    int append(ObservationTable table) {
        int row = table.reserve(1);
        table.open(row, address(table, source), address(table, destination), ports(), nanos(start), row);
        table.see(row, nanos(end), evidence);
        if (!conversation.isEmpty()) {
            table.converse(row, conversation);
        }
        return row;
    }

    private int ports() {
        return port(source) << 16 | port(destination);
    }

    private static int port(String end) {
        return Integer.parseInt(end.substring(end.indexOf(' ') + 1));
    }

    private static int address(ObservationTable table, String end) {
        IpAddress address = IpAddress.parse(end.substring(0, end.indexOf(' ')));
        return table.pools().addresses().intern(Objects.requireNonNull(address));
    }

    static long nanos(double seconds) {
        return (long) (seconds * 1e9);
    }
}
