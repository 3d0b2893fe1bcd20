package org.rpcscope.net;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommunityIdTest {
    @ParameterizedTest
    @CsvSource({
        "0, 128.232.110.120, 34855, 66.35.250.204, 80, 1:LQU9qZlK+B5F3KDmev6m5PMibrg=",
        "0, 2001:470:e5bf:dead:4957:2174:e82c:4887, 63943, 2607:f8b0:400c:c03::1a, 25, 1:/qFaeAR+gFe1KYjMzVDsMv+wgU4=",
        "0, 10.0.0.5, 49700, 203.0.113.9, 135, 1:aSieHS0vN+EBFrejgFGUXwOVDL0=",
        "1, 10.0.0.5, 49700, 203.0.113.9, 135, 1:tbP990+7x4auK975lQElls4Ba2A=",
        "0, fd00::5, 49700, 2a00:1450::9, 135, 1:Arf8opiLjQ49HPQvcdoe+t1p1Og=",
        "0, ::ffff:10.0.0.5, 49700, 203.0.113.9, 135, 1:aSieHS0vN+EBFrejgFGUXwOVDL0=",
    })
    void bothDirectionsHaveTheIdentifierThatOtherToolsGive(
            int seed, String a, int aPort, String b, int bPort, String expected) {
        IpAddress from = IpAddress.parse(a);
        IpAddress to = IpAddress.parse(b);
        assertEquals(expected, CommunityId.v1(seed, from, aPort, to, bPort, 6));
        assertEquals(expected, CommunityId.v1(seed, to, bPort, from, aPort, 6));
        if (seed == 0) {
            assertEquals(expected, CommunityId.v1(from, aPort, to, bPort, 6));
        }
    }

    @ParameterizedTest
    @CsvSource({"135, 49700", "49700, 135"})
    void thePortsOrderTheEndsOfOneAddress(int aPort, int bPort) {
        IpAddress loopback = IpAddress.v4(0x7f000001);
        assertEquals(
                CommunityId.v1(loopback, 135, loopback, 49700, 17),
                CommunityId.v1(loopback, aPort, loopback, bPort, 17));
    }
}
