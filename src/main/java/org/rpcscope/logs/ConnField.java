package org.rpcscope.logs;

import org.jspecify.annotations.Nullable;

/**
 * The fields of Zeek's {@code conn.log} that are read (Zeek, base/protocols/conn/main.zeek, record Conn::Info): first
 * those that are words, then counts, then times in seconds.
 */
enum ConnField {
    TRANSPORT("proto", true),
    SOURCE("id.orig_h", true),
    DESTINATION("id.resp_h", true),
    SERVICE("service", false),
    STATE("conn_state", false),
    HISTORY("history", false),

    SOURCE_PORT("id.orig_p", true),
    DESTINATION_PORT("id.resp_p", true),
    SOURCE_BYTES("orig_bytes", false),
    DESTINATION_BYTES("resp_bytes", false),
    SOURCE_PACKETS("orig_pkts", false),
    DESTINATION_PACKETS("resp_pkts", false),

    TIME("ts", true),
    DURATION("duration", false);

    private final String zeekName;
    private final boolean needed;

    ConnField(String zeekName, boolean needed) {
        this.zeekName = zeekName;
        this.needed = needed;
    }

    String zeekName() {
        return zeekName;
    }

    /** Whether a record without it does not say who talked with whom, how, and when. */
    boolean needed() {
        return needed;
    }

    boolean isWord() {
        return ordinal() < SOURCE_PORT.ordinal();
    }

    boolean isCount() {
        return !isWord() && ordinal() < TIME.ordinal();
    }

    /** The field of a name; exporters write {@code id_orig_h} where a dot would be a path. */
    static @Nullable ConnField of(String name) {
        String plain = name.startsWith("id_") ? "id." + name.substring(3) : name;
        for (ConnField field : values()) {
            if (field.zeekName.equals(plain)) {
                return field;
            }
        }
        return null;
    }
}
