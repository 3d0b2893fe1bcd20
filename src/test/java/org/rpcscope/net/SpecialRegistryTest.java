package org.rpcscope.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpecialRegistryTest {
    /** The registries as of 2026-07-18: block and whether it is globally reachable (True, False, or neither). */
    private static final String REGISTRIES = """
        0.0.0.0/8 F
        0.0.0.0/32 F
        10.0.0.0/8 F
        100.64.0.0/10 F
        127.0.0.0/8 F
        169.254.0.0/16 F
        172.16.0.0/12 F
        192.0.0.0/24 F
        192.0.0.0/29 F
        192.0.0.8/32 F
        192.0.0.9/32 T
        192.0.0.10/32 T
        192.0.0.170/32 F
        192.0.0.171/32 F
        192.0.2.0/24 F
        192.31.196.0/24 T
        192.52.193.0/24 T
        192.88.99.0/24 -
        192.88.99.2/32 F
        192.168.0.0/16 F
        192.175.48.0/24 T
        198.18.0.0/15 F
        198.51.100.0/24 F
        203.0.113.0/24 F
        240.0.0.0/4 F
        255.255.255.255/32 F
        224.0.0.0/4 -
        ::1/128 F
        ::/128 F
        64:ff9b::/96 T
        64:ff9b:1::/48 F
        100::/64 F
        100:0:0:1::/64 F
        2001::/23 F
        2001::/32 -
        2001:1::1/128 T
        2001:1::2/128 T
        2001:1::3/128 T
        2001:2::/48 F
        2001:3::/32 T
        2001:4:112::/48 T
        2001:10::/28 -
        2001:20::/28 T
        2001:30::/28 T
        2001:db8::/32 F
        2002::/16 -
        2620:4f:8000::/48 T
        3fff::/20 F
        5f00::/16 F
        fc00::/7 F
        fe80::/10 F
        ff00::/8 -
        """;

    @Test
    void theBundledFilesSayWhatTheRegistriesSay() {
        List<String> expected =
                REGISTRIES.lines().map(line -> line.replaceAll("[F-]$", "F")).toList();
        List<String> bundled = SpecialRegistry.bundled().blocks().stream()
                .map(block -> block.block() + (block.globallyReachable() ? " T" : " F"))
                .toList();
        assertEquals(expected, bundled);
    }

    @Test
    void everyBlockHasANameAndAReference() {
        List<SpecialBlock> incomplete = SpecialRegistry.bundled().blocks().stream()
                .filter(block -> block.name().isBlank() || !block.reference().matches("RFC [0-9]{3,4}"))
                .toList();
        assertEquals(List.of(), incomplete);
    }
}
