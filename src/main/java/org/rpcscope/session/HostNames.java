package org.rpcscope.session;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rpcscope.net.IpAddress;

/**
 * Which names hosts have that are known by address: pairs that stood in one record of one input. Names are compared without
 * case. Any thread.
 */
public final class HostNames {

    /** A network has not so many hosts; a hostile log could make pairs without end. */
    static final int MOST = 1 << 18;

    private static final int LONGEST_NAME = 255;

    private final Set<Pair> pairs = ConcurrentHashMap.newKeySet();

    /**
     * A host as one record knows it.
     *
     * @param name in lower case
     */
    public record Pair(String name, IpAddress address) {}

    /** Notes that a host of this name has this address; what no host can be called or have is left out. */
    public void add(String name, IpAddress address) {
        boolean usable = !name.isBlank() && !name.equals("-") && name.length() <= LONGEST_NAME;
        if (usable && pairs.size() < MOST && isOfOneHost(address)) {
            pairs.add(new Pair(folded(name), address));
        }
    }

    /** Whether an address is not what every host calls itself. */
    private static boolean isOfOneHost(IpAddress address) {
        if (address.isV4()) {
            int first = address.v4Bits() >>> 24;
            return first != 127 && first != 0;
        }
        return address.high() != 0 || address.low() > 1 || address.low() < 0; // neither :: nor ::1
    }

    /** Every pair once, in no order, as they are now. */
    public Set<Pair> pairs() {
        return Set.copyOf(pairs);
    }

    /** A name as it is compared: without case. */
    public static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
