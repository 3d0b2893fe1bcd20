package org.rpcscope.overview;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.AddressPool;

/** Gives a number to the network of each address, asked once for each address. For one thread. */
final class NetworkNumbers {

    private static final int V4_LENGTH = 24;
    private static final int V6_LENGTH = 48;

    private final AddressPool addresses;
    private final Map<Cidr, Integer> numbers = new HashMap<>();
    private final List<Cidr> networks = new ArrayList<>();
    private int[] known = new int[64]; // the number and one; 0 where it was not asked yet

    NetworkNumbers(AddressPool addresses) {
        this.addresses = addresses;
    }

    int of(int address) {
        if (address >= known.length) {
            known = Arrays.copyOf(known, Math.max(address + 1, known.length * 2));
        }
        if (known[address] == 0) {
            IpAddress value = addresses.address(address);
            Cidr network = Cidr.around(value, value.isV4() ? V4_LENGTH : V6_LENGTH);
            known[address] = 1
                    + numbers.computeIfAbsent(network, key -> {
                        networks.add(key);
                        return networks.size() - 1;
                    });
        }
        return known[address] - 1;
    }

    String text(int number) {
        return networks.get(number).toString();
    }

    int compare(int a, int b) {
        IpAddress first = networks.get(a).network();
        IpAddress second = networks.get(b).network();
        return IpAddress.compare(first.high(), first.low(), second.high(), second.low());
    }
}
