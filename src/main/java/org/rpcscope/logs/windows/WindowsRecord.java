package org.rpcscope.logs.windows;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One record of an event log of Windows, whatever it was written in: a view that its reader fills again for the next
 * record, and that looks up only what is asked for. One thread.
 */
interface WindowsRecord extends FieldView.Source {

    /** The id of the event within its provider, or -1 where the record has none. */
    default int eventId() {
        return WindowsTexts.number(text("EventID"));
    }

    /** The name of the provider; empty where the record has none. */
    default String provider() {
        return Objects.requireNonNullElse(text("Provider_Name"), "");
    }

    /** The name of the log that it was written to; empty where the record has none. */
    default String channel() {
        return Objects.requireNonNullElse(text("Channel"), "");
    }

    /** The name of the host that wrote it; empty where the record has none. */
    default String computer() {
        return Objects.requireNonNullElse(text("Computer"), "");
    }

    /** When it was written, in nanoseconds since 1970, or -1 where the record does not say. */
    long time();

    /** Where it begins in the unpacked input. */
    long origin();

    /** The text of a field of its own data, by the provider's name for it; null where there is none. */
    default @Nullable String text(String field) {
        return WindowsTexts.joined(value(field));
    }

    /** All of it as rules see it: own fields and those of the system by the names that rules know them by. */
    Map<String, ?> fields();
}
