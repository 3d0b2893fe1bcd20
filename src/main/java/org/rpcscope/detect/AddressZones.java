package org.rpcscope.detect;

import java.util.function.IntFunction;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Zone;
import org.rpcscope.session.AddressPool;

/**
 * The zone of each address of a pool under one boundary, looked up when it is first asked for and kept: sessions are many,
 * and share their addresses. Any thread: at worst two look up the same.
 */
final class AddressZones implements IntFunction<Zone> {

    private static final Zone[] ZONES = Zone.values();

    private final AddressPool addresses;
    private final Networks networks;
    private final byte[] known; // the place of the zone and one; 0 where it was not asked yet

    AddressZones(AddressPool addresses, Networks networks) {
        this.addresses = addresses;
        this.networks = networks;
        this.known = new byte[addresses.size()];
    }

    @Override
    public Zone apply(int address) {
        if (address >= known.length) { // it came after the sessions were listed
            return zone(address);
        }
        byte there = known[address];
        if (there == 0) {
            there = (byte) (zone(address).ordinal() + 1);
            known[address] = there;
        }
        return ZONES[there - 1];
    }

    private Zone zone(int address) {
        return networks.zone(addresses.high(address), addresses.low(address));
    }
}
