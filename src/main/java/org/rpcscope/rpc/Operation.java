package org.rpcscope.rpc;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The calls of one operation, by the names that people know.
 *
 * @param uuid of the interface at the time of the call; null where neither the bind was captured nor a log says
 * @param interfaceName from the tables, or as the log writes it; null where both do not know
 * @param opnum {@link Calls#UNKNOWN_OPNUM} where a log has a name only
 * @param name of the operation; null where it is unknown
 * @param count how often it was called
 * @param faults how many of the calls were answered by a fault
 * @param significance why it is worth a look; null where it is not, or where nobody knows
 */
public record Operation(
        @Nullable UUID uuid,
        @Nullable String interfaceName,
        int opnum,
        @Nullable String name,
        long count,
        long faults,
        @Nullable Significance significance) {

    private record Name(String interfaceName, String name) {}

    /**
     * The operations of a conversation. Where a capture and a log tell of the same one, the capture's count stands and the
     * log's is left out: they saw the same calls. A log knows names only, so this shows when numbers have become names.
     */
    public static List<Operation> of(Conversation conversation, Interfaces interfaces) {
        List<Operation> operations = new ArrayList<>(conversation.calls().size());
        Set<Name> captured = new HashSet<>();
        for (Calls calls : conversation.calls()) {
            if (!calls.isLogged()) {
                Operation operation = captured(calls, interfaces);
                operations.add(operation);
                captured.add(operation.key());
            }
        }
        for (Calls calls : conversation.calls()) {
            if (calls.isLogged()) {
                Operation operation = logged(calls, interfaces);
                if (!captured.contains(operation.key())) {
                    operations.add(operation);
                }
            }
        }
        return List.copyOf(operations);
    }

    private static Operation captured(Calls calls, Interfaces interfaces) {
        UUID uuid = calls.uuid();
        return new Operation(
                uuid,
                uuid == null ? null : interfaces.name(uuid),
                calls.opnum(),
                uuid == null ? null : interfaces.operation(uuid, calls.opnum()),
                calls.count(),
                calls.faults(),
                uuid == null ? null : interfaces.significance(uuid, calls.opnum()));
    }

    private static Operation logged(Calls calls, Interfaces interfaces) {
        String interfaceName = calls.interfaceName();
        String name = calls.operationName();
        return new Operation(
                calls.uuid(),
                interfaceName,
                calls.opnum(),
                name,
                calls.count(),
                calls.faults(),
                interfaceName == null || name == null ? null : interfaces.significance(interfaceName, name));
    }

    private Name key() {
        return new Name(fold(interfaceName), fold(name));
    }

    private static String fold(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /** Whether a call may have had its effect: not all of them were answered by a fault. */
    public boolean done() {
        return count > faults;
    }

    /** What it is called on the screen: the names, or the number where there is none. */
    public String label() {
        String on = interfaceName != null ? interfaceName : uuid != null ? uuid.toString() : "unknown interface";
        return on + " " + (name != null ? name : "operation " + opnum);
    }
}
