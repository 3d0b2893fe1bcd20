package org.rpcscope.logs.windows;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.EventKind;

/**
 * What is known of the events of Windows: Sigma's names for their logs and kinds, what people call them, and which fields
 * say what they are about and who did it. Tables in resources; immutable; any thread.
 */
final class EventTypes {

    /** The one copy. */
    static final EventTypes KNOWN = new EventTypes();

    private static final String NONE = "-";

    private final Map<String, String> serviceOf = new HashMap<>();
    private final Map<String, EventType> types = new HashMap<>();

    /**
     * A kind of event.
     *
     * @param subject fields that say what it is about; the first one that a record has counts
     * @param user what the names of the fields begin with that say who did it, or a field; empty where none does
     */
    record EventType(EventKind kind, List<String> subject, String user) {}

    private EventTypes() {
        table("channels.tsv", cells -> serviceOf.put(cells[0].toLowerCase(Locale.ROOT), cells[1]));
        table("events.tsv", cells -> {
            EventKind kind = new EventKind(present(cells[2]), "windows", cells[0], cells[1], cells[3]);
            String user = cells[5].equals(NONE) ? "" : cells[5];
            types.put(cells[0] + ' ' + cells[1], new EventType(kind, List.of(cells[4].split(",")), user));
        });
    }

    private static @Nullable String present(String cell) {
        return cell.equals(NONE) ? null : cell;
    }

    static void table(String name, Consumer<String[]> row) {
        try (InputStream in = EventTypes.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the table " + name + " is missing");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines().skip(1).map(line -> line.split("\t", -1)).forEach(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kind of a record's event; of one that no table has, with what its log is. */
    EventType of(WindowsRecord record) {
        String channel = record.channel();
        String service = serviceOf.get(channel.toLowerCase(Locale.ROOT));
        if (service == null && channel.isEmpty()) {
            service = ofProvider(record.provider());
        }
        String code = record.eventId() < 0 ? "" : Integer.toString(record.eventId());
        EventType known = service == null ? null : types.get(service + ' ' + code);
        if (known != null) {
            return record.channel().startsWith("Linux") ? linux(known) : known;
        }
        String label = channel.isEmpty() ? record.provider() : channel;
        return new EventType(new EventKind(null, "windows", service, code, label), List.of(), "");
    }

    private static @Nullable String ofProvider(String provider) {
        return switch (provider) {
            case "Microsoft-Windows-Sysmon", "Linux-Sysmon" -> "sysmon";
            case "Microsoft-Windows-Security-Auditing" -> "security";
            case "Service Control Manager" -> "system";
            case "Microsoft-Windows-PowerShell" -> "powershell";
            default -> null;
        };
    }

    private static EventType linux(EventType type) {
        EventKind kind = type.kind();
        return new EventType(
                new EventKind(kind.category(), "linux", kind.service(), kind.code(), kind.label()),
                type.subject(),
                type.user());
    }
}
