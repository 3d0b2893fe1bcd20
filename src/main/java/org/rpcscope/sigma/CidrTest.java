package org.rpcscope.sigma;

import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.query.ValueTest;

/** The value is an address of a network. A text that is written as an address is one; nothing else passes. */
record CidrTest(Cidr network) implements ValueTest {

    @Override
    public boolean text(String value) {
        IpAddress address = IpAddress.parse(value);
        return address != null && network.contains(address);
    }

    @Override
    public boolean address(IpAddress value) {
        return network.contains(value);
    }
}
