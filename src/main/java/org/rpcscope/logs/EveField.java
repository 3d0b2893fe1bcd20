package org.rpcscope.logs;

import java.util.HashMap;
import java.util.Map;

/**
 * The members of EVE records that are read (Suricata, "EVE JSON Format", docs.suricata.io), by the object that they stand
 * in: first counts, then times, addresses and words, then what is read in another way.
 */
enum EveField {
    FLOW_ID("", "flow_id"),
    SOURCE_PORT("", "src_port"),
    DESTINATION_PORT("", "dest_port"),
    PACKETS_THERE("flow", "pkts_toserver"),
    PACKETS_BACK("flow", "pkts_toclient"),
    BYTES_THERE("flow", "bytes_toserver"),
    BYTES_BACK("flow", "bytes_toclient"),
    NETFLOW_PACKETS("netflow", "pkts"),
    NETFLOW_BYTES("netflow", "bytes"),

    TIME("", "timestamp"),
    START("flow", "start"),
    END("flow", "end"),
    NETFLOW_START("netflow", "start"),
    NETFLOW_END("netflow", "end"),

    SOURCE("", "src_ip"),
    DESTINATION("", "dest_ip"),

    SERVICE("", "app_proto"),
    SERVICE_BACK("", "app_proto_tc"),
    SERVICE_THERE("", "app_proto_ts"),
    HOST("", "host"),
    TCP_STATE("tcp", "state"),
    FLOW_STATE("flow", "state"),
    ALERT_ACTION("alert", "action"),
    FLOW_ACTION("flow", "action"),
    TYPE("", "event_type"),
    TRANSPORT("", "proto"),
    DIRECTION("", "direction"),
    FLAGS_THERE("tcp", "tcp_flags_ts"),
    FLAGS_BACK("tcp", "tcp_flags_tc"),

    FLOW("", "flow"),
    NETFLOW("", "netflow"),
    TCP("", "tcp"),
    ALERT("", "alert"),
    DCERPC("", "dcerpc"),
    SMB("", "smb"),
    FLOW_SOURCE("flow", "src_ip"),

    OTHER("", "");

    /** Where in the order of all the times begin, and so on. */
    static final int TIMES = TIME.ordinal();

    static final int ADDRESSES = SOURCE.ordinal();
    static final int WORDS = SERVICE.ordinal();
    static final int OTHERS = FLOW.ordinal();

    private static final Map<String, EveField> BY_NAME = new HashMap<>();

    static {
        for (EveField field : values()) {
            BY_NAME.put(field.object + "/" + field.member, field);
        }
    }

    private final String object;
    private final String member;

    EveField(String object, String member) {
        this.object = object;
        this.member = member;
    }

    /** The member of a name in an object; {@link #OTHER} where it is not read. */
    static EveField of(EveField inside, String name) {
        String object = inside == OTHER ? "" : inside.member;
        return BY_NAME.getOrDefault(object + "/" + name, OTHER);
    }

    /** Whether its own members are read. */
    boolean isObject() {
        return this == FLOW || this == NETFLOW || this == TCP || this == ALERT;
    }
}
