package org.rpcscope.query;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldNamesTest {

    private final FieldNames names = FieldNames.load();

    @ParameterizedTest(name = "{3} is {4} for {0} {1} {2}")
    @CsvSource({
        "network_connection, windows, , DestinationPort, destination.port",
        "network_connection, linux, , SourceIp, source.ip",
        "network_connection, , , Initiated, rpcscope.initiated",
        "network_connection, windows, , Image, process.executable",
        "network_connection, windows, , SourceIsIpv6, SourceIsIpv6",
        ", zeek, conn, id.resp_h, destination.ip",
        ", zeek, conn, service, rpcscope.service",
        ", zeek, conn, duration, duration",
        ", zeek, http, id.resp_h, id.resp_h",
        "firewall, , , dst_port, destination.port",
        "firewall, fortinet, , action, event.action",
        "network_connection, windows, , service, service",
        "network, , connection, destination.port, destination.port",
        "network_connection, windows, , network.direction, network.direction",
        "process_creation, windows, , DestinationPort, DestinationPort"
    })
    void namesBelongToTheirLogSource(
            @Nullable String category,
            @Nullable String product,
            @Nullable String service,
            String field,
            String expected) {
        assertEquals(expected, names.nativeName(category, product, service, field));
    }

    @Test
    void onlyZonesFollowFromTheNetworks() {
        assertEquals(true, FieldNames.isZone("network.direction"));
        assertEquals(true, FieldNames.isZone("rpcscope.destination_zone"));
        assertEquals(false, FieldNames.isZone("destination.ip"));
    }

    @Test
    void withoutOtherNamesFieldsKeepTheirs() {
        assertEquals(
                "DestinationPort",
                FieldNames.none().nativeName("network_connection", "windows", null, "DestinationPort"));
    }
}
