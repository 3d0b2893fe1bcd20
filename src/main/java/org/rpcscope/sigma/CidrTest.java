package org.rpcscope.sigma;

import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.query.ValueTest;

/**
 * The value is an address of a network. A text that is written as an address is one; nothing else passes. The families
 * are kept apart: an IPv4 address written as IPv6 lies in no IPv4 network.
 */
record CidrTest(Cidr network) implements ValueTest {

    @Override
    public boolean text(String value) {
        IpAddress address = IpAddress.parse(value);
        boolean written6 = value.indexOf(':') >= 0;
        return address != null && !(written6 && network.network().isV4()) && network.contains(address);
    }

    @Override
    public boolean address(IpAddress value) {
        return network.contains(value);
    }
}
