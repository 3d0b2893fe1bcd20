package org.rpcscope.ui.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.rpc.Significance;
import org.rpcscope.rpc.Step;
import org.rpcscope.session.Packet;
import org.rpcscope.ui.fx.Amounts;

/**
 * A message of the ladder in words. Pure; any thread.
 *
 * @param offset seconds since the session began
 * @param arrow which way it goes: the client is on the left
 * @param call the number of the call, or empty
 * @param subject the interface and the operation by name, or as numbers where they have none; may be empty
 * @param detail what else there is to say; may be empty
 * @param why what the operation is worth to somebody who breaks in; null where nothing is known
 */
record Rung(
        String offset,
        String arrow,
        String kind,
        String call,
        String subject,
        String detail,
        boolean failed,
        @Nullable Significance why) {

    private static final double SECOND = 1e9;
    private static final Pattern UUIDS = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static Rung of(Step step, long start, Interfaces interfaces) {
        List<String> detail = new ArrayList<>();
        if (!step.detail().isEmpty()) {
            detail.add(named(step.detail(), interfaces));
        }
        if (step.stub() > 0) {
            detail.add(Amounts.bytes(step.stub()));
        }
        InterfaceId id = step.interfaceId();
        return new Rung(
                String.format(Locale.ROOT, "%.3f", (step.time() - start) / SECOND),
                step.fromClient() ? "→" : "←",
                step.kind(),
                step.callId() < 0 ? "" : "#" + step.callId(),
                subject(step, interfaces),
                String.join(" · ", detail),
                step.failed(),
                id != null && step.fromClient() ? interfaces.significance(id.uuid(), step.opnum()) : null);
    }

    /** The identifiers of known interfaces make way for their names. */
    private static String named(String detail, Interfaces interfaces) {
        return UUIDS.matcher(detail).replaceAll(found -> {
            String name = interfaces.name(UUID.fromString(found.group()));
            return Matcher.quoteReplacement(name == null ? found.group() : name);
        });
    }

    private static String subject(Step step, Interfaces interfaces) {
        InterfaceId id = step.interfaceId();
        String name = id == null ? "" : name(id, interfaces);
        if (step.opnum() < 0) {
            return id == null ? "" : name + " v" + id.version();
        }
        String operation = id == null ? null : interfaces.operation(id.uuid(), step.opnum());
        return (name + " " + (operation == null ? "opnum " + step.opnum() : operation)).strip();
    }

    private static String name(InterfaceId id, Interfaces interfaces) {
        String name = interfaces.name(id.uuid());
        return name == null ? id.uuid().toString() : name;
    }

    /** Whether a packet has bytes of the message: its origin lies among those that the message was put together from. */
    static boolean carries(Step step, Packet packet) {
        return step.first() <= packet.origin() && packet.origin() <= step.last();
    }

    /** The message as a line of text, with tabs between the parts. */
    String line() {
        return String.join("\t", offset, arrow, kind, call, subject, detail);
    }
}
