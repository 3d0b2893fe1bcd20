package org.rpcscope.logs;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What an EVE record is of, as far as it matters (Suricata, "EVE JSON Format", docs.suricata.io). */
enum EveType {
    ALERT(true, false),
    ANOMALY(true, false),
    DROP(true, false),
    DNS(true, false),
    NETFLOW(true, false),
    DCERPC(false, true),
    SMB(false, true),
    HTTP(false, true),
    TLS(false, true),
    SSH(false, true),
    RDP(false, true),
    STATS(false, false),
    OTHER(false, false);

    private static final Map<String, EveType> BY_NAME = new HashMap<>();

    static {
        for (EveType type : values()) {
            if (type != OTHER) {
                BY_NAME.put(type.name().toLowerCase(Locale.ROOT), type);
            }
        }
    }

    private final boolean ofPacket;
    private final boolean ofApplication;

    EveType(boolean ofPacket, boolean ofApplication) {
        this.ofPacket = ofPacket;
        this.ofApplication = ofApplication;
    }

    /** The kind of a name, written in any case. */
    static EveType of(String name) {
        return BY_NAME.getOrDefault(name.toLowerCase(Locale.ROOT), OTHER);
    }

    /** Whether Suricata writes it for a packet: then its ends are those of the packet, else of the flow. */
    boolean isOfPacket() {
        return ofPacket;
    }

    /** Whether it is of an application protocol: both sides spoke, or Suricata had none to write. */
    boolean isOfApplication() {
        return ofApplication;
    }
}
