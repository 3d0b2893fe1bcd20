package org.rpcscope.bench;

import java.util.List;
import java.util.SplittableRandom;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;

/**
 * Sessions as a large network has them, always the same: internal hosts, of which a fifth of the sessions leave the
 * network, and 1.6 percent RPC by port, by content, or both. The texts are those of a Zeek log.
 */
final class SyntheticCase {

    private static final long START = 1_760_000_000_000_000_000L;
    private static final int STEP = 1 << 16;
    private static final int[] PORTS = {443, 80, 53, 445, 389, 88, 8443, 123, 22, 3389};

    private final int sessions;
    private final int addresses;
    private final boolean words;

    /** @param words whether the rows have the words of a log, as 16 more bytes */
    SyntheticCase(int sessions, int addresses, boolean words) {
        this.sessions = sessions;
        this.addresses = addresses;
        this.words = words;
    }

    /** Interns the addresses: a third in 10.0.0.0/8, a hundredth in IPv6, the rest outside. */
    int[] intern(Pools pools) {
        SplittableRandom random = new SplittableRandom(1);
        int[] ids = new int[addresses];
        for (int i = 0; i < addresses; i++) {
            ids[i] = pools.addresses().intern(address(i, random));
        }
        return ids;
    }

    private static IpAddress address(int i, SplittableRandom random) {
        if (i % 3 == 0) {
            return IpAddress.v4(10 << 24 | random.nextInt(1 << 24));
        }
        return i % 100 == 1
                ? new IpAddress(0x2600L << 48 | random.nextLong(1L << 32), random.nextLong())
                : IpAddress.v4(20 + random.nextInt(100) << 24 | random.nextInt(1 << 24));
    }

    ObservationTable table(Pools pools, int[] ids) {
        ObservationTable table = new ObservationTable(new Input("synthetic", "bench", 1), pools);
        SplittableRandom random = new SplittableRandom(2);
        int[] states = List.of("SF", "S0", "REJ", "RSTO").stream()
                .mapToInt(pools.texts()::intern)
                .toArray();
        int service = pools.texts().intern("ssl");
        for (int from = 0; from < sessions; from += STEP) {
            int count = Math.min(STEP, sessions - from);
            table.reserve(count);
            for (int row = from; row < from + count; row++) {
                write(table, row, ids, random);
                if (words) {
                    table.describe(row, 0, states[row & 3], 0, service);
                }
            }
            table.publish();
        }
        table.end();
        return table;
    }

    private static void write(ObservationTable table, int row, int[] ids, SplittableRandom random) {
        boolean rpc = random.nextInt(1000) < 16;
        int inside = random.nextInt(ids.length / 3) * 3;
        int other = random.nextInt(ids.length / 3) * 3;
        int destination = rpc || random.nextInt(5) == 0 ? other + 1 + (row & 1) : other;
        int port =
                rpc ? random.nextInt(4) == 0 ? 49664 + random.nextInt(100) : 135 : PORTS[random.nextInt(PORTS.length)];
        int evidence = Evidence.SYN | Evidence.SYN_ACK | Evidence.SOURCE_PAYLOAD | Evidence.DESTINATION_PAYLOAD;
        if (rpc) {
            evidence = port != 135 || random.nextInt(4) == 0 ? evidence | Evidence.DCE_RPC : Evidence.SYN;
        }
        long start = START + row * 1_000_000L;
        table.open(row, ids[inside], ids[destination % ids.length], 50000 << 16 | port, start, row * 100L);
        table.count(row, random.nextInt(5000), random.nextInt(50000), 5, 7);
        table.see(row, start + random.nextInt(1_000_000_000), evidence | Evidence.DIRECTION_KNOWN);
    }
}
