package org.rpcscope.logs.windows;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.HostNames;
import org.rpcscope.session.ObservationTable;

/**
 * Which addresses belong to the hosts that wrote the records of an input, and by them, who opened the connections that came
 * in: of those, some writers of 5156 put the remote end first and others the local one. What the whole input says of a host
 * decides; where it says nothing or both, the lower port is the one that was listening, unless both are dynamic. Any thread.
 */
final class LocalEnds {

    /** A network has not so many hosts; a hostile log could make names without end. */
    private static final int MOST_HOSTS = 1 << 16;

    /** From here on Windows gives ports to clients, and to RPC servers too: these tell nothing. */
    private static final int FIRST_DYNAMIC = 49_152;

    private static final int HOST_BITS = 17;
    private static final int MOST_ADDRESSES = 1 << 18;

    private final Map<String, Integer> hosts = new ConcurrentHashMap<>();
    private final Map<Integer, Set<IpAddress>> own = new ConcurrentHashMap<>();
    private final AtomicInteger addresses = new AtomicInteger();
    private final HostNames names;
    private long[] unsure = new long[64]; // the origin of a record and the number of its host
    private int count;

    LocalEnds(HostNames names) {
        this.names = names;
    }

    /** Notes that a host has an address. */
    void own(String host, IpAddress address) {
        if (host.isEmpty() || isShared(address)) {
            return;
        }
        Set<IpAddress> of = own.computeIfAbsent(number(host), _ -> ConcurrentHashMap.newKeySet());
        if (!of.contains(address) && addresses.incrementAndGet() <= MOST_ADDRESSES && of.add(address)) {
            names.add(host, address);
        }
    }

    /** Notes that the record at an offset tells of a connection that came in to the host. */
    void unsure(String host, long origin) {
        long packed = origin << HOST_BITS | number(host);
        synchronized (this) {
            if (count == unsure.length) {
                unsure = Arrays.copyOf(unsure, count * 2);
            }
            unsure[count++] = packed;
        }
    }

    private synchronized int number(String host) {
        Integer known = hosts.get(host);
        if (known == null) {
            known = Math.min(hosts.size() + 1, MOST_HOSTS);
            if (known < MOST_HOSTS) {
                hosts.put(host, known);
            }
        }
        return known;
    }

    /** Turns the rows that name the local end first. All rows are written, and the table is not ended. */
    synchronized void turn(ObservationTable table, int rows) {
        Arrays.sort(unsure, 0, count);
        int next = 0;
        for (int row = 0; row < rows && next < count; row++) {
            long origin = table.origin(row);
            while (next < count && unsure[next] >>> HOST_BITS < origin) {
                next++;
            }
            if (next < count && unsure[next] >>> HOST_BITS == origin) {
                int host = (int) (unsure[next] & (1 << HOST_BITS) - 1);
                if (isTurned(table, row, own.getOrDefault(host, Set.of()))) {
                    table.see(row, table.end(row), Evidence.TURNED);
                    table.touch(row);
                }
            }
        }
    }

    private static boolean isTurned(ObservationTable table, int row, Set<IpAddress> own) {
        IpAddress from = table.pools().addresses().address(table.source(row));
        IpAddress to = table.pools().addresses().address(table.destination(row));
        if (isGroup(from) != isGroup(to)) {
            return isGroup(from); // nothing ever comes from a group
        }
        boolean source = own.contains(from);
        boolean destination = own.contains(to);
        return source == destination ? listens(table.sourcePort(row), table.destinationPort(row)) : source;
    }

    /** Whether a port is the one that was listening, by the ports alone. */
    private static boolean listens(int port, int other) {
        return port < FIRST_DYNAMIC && port < other;
    }

    /** Whether an address is one that many hosts have. */
    private static boolean isShared(IpAddress address) {
        boolean loopback = address.isV4()
                ? address.v4Bits() >>> 24 == 127
                : address.high() == 0 && address.low() >= 0 && address.low() <= 1;
        return loopback || isGroup(address);
    }

    /** Whether it is a multicast address. */
    private static boolean isGroup(IpAddress address) {
        return address.isV4() ? address.v4Bits() >>> 28 == 0xE : address.high() >>> 56 == 0xFF;
    }
}
