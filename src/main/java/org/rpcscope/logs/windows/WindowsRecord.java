package org.rpcscope.logs.windows;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of an event log of Windows, whatever it was written in: a view that its reader fills again for the next
 * record, and that looks up only what is asked for. One thread.
 */
interface WindowsRecord {

    /** The id of the event within its provider, or -1 where the record has none. */
    int eventId();

    /** The name of the provider; empty where the record has none. */
    String provider();

    /** The name of the log that it was written to; empty where the record has none. */
    String channel();

    /** The name of the host that wrote it; empty where the record has none. */
    String computer();

    /** When it was written, in nanoseconds since 1970, or -1 where the record does not say. */
    long time();

    /** Where it begins in the unpacked input. */
    long origin();

    /** The text of a field of its own data, by the provider's name for it; null where there is none. */
    @Nullable
    String text(String field);

    /** All of it as rules see it: own fields and those of the system by the names that rules know them by. */
    Map<String, ?> fields();
}
