package org.rpcscope.session;

import org.jspecify.annotations.Nullable;

/**
 * What kind of record an event is. The first three are what Sigma calls its log source, in lower case and null where the
 * reader does not know: rules that state something different are not asked.
 *
 * @param category such as {@code process_creation}
 * @param product such as {@code windows}
 * @param service such as {@code security}
 * @param code the log's own name for such records: an event id such as {@code 4624}, a type such as {@code alert}; empty
 *     where it has none
 * @param label what people call it, such as "Logon"
 */
public record EventKind(
        @Nullable String category,
        @Nullable String product,
        @Nullable String service,
        String code,
        String label) {

    /** Stands for all kinds beyond those that a table keeps. */
    static final EventKind OTHER = new EventKind(null, null, null, "", "Other");
}
