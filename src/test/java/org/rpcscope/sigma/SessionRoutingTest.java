package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionRoutingTest {

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "network, , connection, true",
        "network, , , true",
        "network, , dns, false",
        "network_connection, windows, , true",
        "network_connection, linux, , true",
        "network_connection, macos, , false",
        "network_connection, , , true",
        ", windows, sysmon, true",
        ", windows, security, false",
        ", zeek, conn, true",
        ", zeek, dce_rpc, true",
        "firewall, , , true",
        "firewall, paloalto, traffic, true",
        "process_creation, windows, , false",
        "process_creation, , , false",
        ", aws, cloudtrail, false",
        "proxy, , , false",
        "dns, , , false",
        "Network, , Connection, true"
    })
    void sessionsAnswerRulesAboutConnections(
            @Nullable String category, @Nullable String product, @Nullable String service, boolean answered) {
        assertEquals(answered, SessionRouting.answers(new LogSource(category, product, service)));
    }
}
