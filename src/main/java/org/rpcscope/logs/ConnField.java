package org.rpcscope.logs;

import org.jspecify.annotations.Nullable;

/** The fields of Zeek's {@code conn.log} that are read (Zeek, base/protocols/conn/main.zeek, record Conn::Info). */
enum ConnField {
    TIME("ts"),
    SOURCE("id.orig_h"),
    SOURCE_PORT("id.orig_p"),
    DESTINATION("id.resp_h"),
    DESTINATION_PORT("id.resp_p"),
    TRANSPORT("proto"),
    SERVICE("service"),
    DURATION("duration"),
    SOURCE_BYTES("orig_bytes"),
    DESTINATION_BYTES("resp_bytes"),
    STATE("conn_state"),
    HISTORY("history"),
    SOURCE_PACKETS("orig_pkts"),
    DESTINATION_PACKETS("resp_pkts");

    /** In this order, so many are needed to say who talked with whom, how, and when. */
    static final int NEEDED = 6;

    private final String zeekName;

    ConnField(String zeekName) {
        this.zeekName = zeekName;
    }

    String zeekName() {
        return zeekName;
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
