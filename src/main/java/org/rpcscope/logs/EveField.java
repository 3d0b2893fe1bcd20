package org.rpcscope.logs;

import java.util.HashMap;
import java.util.Map;

/**
 * The members of EVE records that are read (Suricata, "EVE JSON Format", docs.suricata.io), by the object that they stand
 * in.
 */
enum EveField {
    TIME("", "timestamp"),
    FLOW_ID("", "flow_id"),
    TYPE("", "event_type"),
    SOURCE("", "src_ip"),
    SOURCE_PORT("", "src_port"),
    DESTINATION("", "dest_ip"),
    DESTINATION_PORT("", "dest_port"),
    TRANSPORT("", "proto"),
    SERVICE("", "app_proto"),
    SERVICE_THERE("", "app_proto_ts"),
    SERVICE_BACK("", "app_proto_tc"),
    DIRECTION("", "direction"),
    HOST("", "host"),
    FLOW("", "flow"),
    NETFLOW("", "netflow"),
    TCP("", "tcp"),
    ALERT("", "alert"),
    DCERPC("", "dcerpc"),
    SMB("", "smb"),

    FLOW_SOURCE("flow", "src_ip"),
    PACKETS_THERE("flow", "pkts_toserver"),
    PACKETS_BACK("flow", "pkts_toclient"),
    BYTES_THERE("flow", "bytes_toserver"),
    BYTES_BACK("flow", "bytes_toclient"),
    START("flow", "start"),
    END("flow", "end"),
    FLOW_STATE("flow", "state"),
    FLOW_ACTION("flow", "action"),

    NETFLOW_PACKETS("netflow", "pkts"),
    NETFLOW_BYTES("netflow", "bytes"),
    NETFLOW_START("netflow", "start"),
    NETFLOW_END("netflow", "end"),

    TCP_STATE("tcp", "state"),
    FLAGS_THERE("tcp", "tcp_flags_ts"),
    FLAGS_BACK("tcp", "tcp_flags_tc"),

    ALERT_ACTION("alert", "action"),

    OTHER("", "");

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
