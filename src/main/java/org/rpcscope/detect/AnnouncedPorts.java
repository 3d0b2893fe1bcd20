package org.rpcscope.detect;

import java.util.Arrays;
import java.util.List;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.IndexSort;
import org.rpcscope.session.ObservationTable;

/**
 * The ports that servers announced, in an order in which a session finds who announced its own. Which announcer is found
 * depends only on the set of them. Immutable; any thread.
 *
 * <p>A port counts as announced from the start of the session in which it was, since the answer itself has no time here,
 * until an hour after that session's end: a client binds at once and asks again for its next binding, while a service that
 * starts anew gets another port, so what comes much later has other reasons. An announcement holds at the server that made
 * it, since clients take only the port out of a tower that names 0.0.0.0 or an address behind a translator, and at the
 * address that it states. Port 135 is where one asks: it needs no announcement and is left out.
 */
final class AnnouncedPorts {

    /** How long after the end of the announcing session a port counts as announced. */
    static final long KEPT_NANOS = 3_600_000_000_000L;

    private static final int MAPPER_PORT = 135;
    private static final long ALMOST_A_SECOND = 999_999_999L;

    /** The same for the same set of announcers, whatever order the inputs were opened in. */
    private static int order(Announcer a, Announcer b) {
        int order = Long.compare(a.start(), b.start());
        if (order == 0) {
            order = Integer.compare(a.table().sourcePort(a.row()), b.table().sourcePort(b.row()));
        }
        if (order == 0) {
            order = Long.compare(
                    a.table().input().fingerprint(), b.table().input().fingerprint());
        }
        return order != 0
                ? order
                : Long.compare(a.table().origin(a.row()), b.table().origin(b.row()));
    }

    private final Announcer[] announcers; // in their order
    private final long[] ports = new long[1 << 10]; // a bit for each port that anyone announced
    private final Entries byClient;
    private final Entries byAnyone;

    private AnnouncedPorts(Announcer[] given) {
        announcers = given;
        Arrays.sort(announcers, AnnouncedPorts::order);
        long[] keys = new long[16];
        int[] owners = new int[16];
        int count = 0;
        for (int i = 0; i < announcers.length; i++) {
            for (long key : keys(announcers[i])) {
                if (count == keys.length) {
                    keys = Arrays.copyOf(keys, count * 2);
                    owners = Arrays.copyOf(owners, count * 2);
                }
                ports[(int) key >>> 6 & 0x3FF] |= 1L << key;
                keys[count] = key;
                owners[count++] = i;
            }
        }
        byAnyone = new Entries(Arrays.copyOf(keys, count), Arrays.copyOf(owners, count), false);
        byClient = new Entries(Arrays.copyOf(keys, count), Arrays.copyOf(owners, count), true);
    }

    /** The ports that these announced. */
    static AnnouncedPorts of(List<Announcer> announcers) {
        return new AnnouncedPorts(announcers.toArray(Announcer[]::new));
    }

    /** Addresses and ports that one announcer names, each once, as keys. */
    private static long[] keys(Announcer announcer) {
        ObservationTable table = announcer.table();
        AddressPool addresses = table.pools().addresses();
        IpAddress server = addresses.address(announcer.server());
        List<Announcement> announcements = table.conversation(announcer.row()).announcements();
        long[] keys = new long[2 * announcements.size()];
        int count = 0;
        for (Announcement announcement : announcements) {
            if (announcement.port() != MAPPER_PORT) {
                keys[count++] = key(announcer.server(), announcement.port());
                keys[count++] = key(addresses.intern(announcement.at(server)), announcement.port());
            }
        }
        return Arrays.stream(keys, 0, count).distinct().toArray();
    }

    private static long key(int address, int port) {
        return (long) address << 16 | port;
    }

    boolean isEmpty() {
        return announcers.length == 0;
    }

    /** Whether any server announced the port. */
    boolean has(int port) {
        return (ports[port >>> 6] >>> port & 1) != 0;
    }

    /**
     * The latest who announced the port that a TCP session goes to, before it began: one that the same client asked where
     * there is one, else any. Its id, or 0.
     */
    int of(ObservationTable table, int row) {
        long start = table.start(row);
        // A log that writes whole seconds may mean any time within.
        long latest = table.describes(row) && start % (ALMOST_A_SECOND + 1) == 0 ? start + ALMOST_A_SECOND : start;
        long key = key(table.destination(row), table.destinationPort(row));
        int found = byClient.find(key, table.source(row), latest, table, row);
        if (found < 0) {
            found = byAnyone.find(key, 0, latest, table, row);
        }
        return found < 0 ? 0 : announcers[found].id();
    }

    /** Keys sorted, those of one key (and client) by the order of their announcers. */
    private final class Entries {
        private final long[] key;
        private final int[] client; // 0 where the client does not matter
        private final int[] owner;
        private final int[]
                longer; // of each the nearest before it, of the same key and client, that ended later; or -1

        Entries(long[] keys, int[] owners, boolean clients) {
            int[] order = identity(keys.length);
            if (clients) {
                long[] asked = new long[keys.length];
                Arrays.setAll(asked, i -> announcers[owners[i]].client());
                order = IndexSort.order(asked, asked.length);
            }
            int[] first = order;
            long[] sorted = new long[keys.length];
            Arrays.setAll(sorted, i -> keys[first[i]]);
            int[] second = IndexSort.order(sorted, sorted.length);
            key = new long[keys.length];
            client = new int[keys.length];
            owner = new int[keys.length];
            longer = new int[keys.length];
            for (int i = 0; i < key.length; i++) {
                int from = first[second[i]];
                key[i] = keys[from];
                owner[i] = owners[from];
                client[i] = clients ? announcers[owner[i]].client() : 0;
                longer[i] = longer(i);
            }
        }

        private static int[] identity(int count) {
            int[] all = new int[count];
            Arrays.setAll(all, i -> i);
            return all;
        }

        private int longer(int i) {
            int before = i - 1;
            if (before < 0 || key[before] != key[i] || client[before] != client[i]) {
                return -1;
            }
            while (before >= 0 && announcers[owner[before]].end() <= announcers[owner[i]].end()) {
                before = longer[before];
            }
            return before;
        }

        int find(long wanted, int asker, long latest, ObservationTable table, int row) {
            int i = last(wanted, asker, latest);
            while (i >= 0 && key[i] == wanted && client[i] == asker) {
                Announcer announcer = announcers[owner[i]];
                if (announcer.end() + KEPT_NANOS < table.start(row)) {
                    i = longer[i];
                } else if (announcer.sameEnds(table, row)) {
                    i--;
                } else {
                    return owner[i];
                }
            }
            return -1;
        }

        /** The last entry of the key and client that is not after the time, or one of something else. */
        private int last(long wanted, int asker, long latest) {
            int from = 0;
            int to = key.length;
            while (from < to) {
                int middle = (from + to) >>> 1;
                boolean after = key[middle] != wanted
                        ? key[middle] > wanted
                        : client[middle] != asker ? client[middle] > asker : announcers[owner[middle]].start() > latest;
                if (after) {
                    to = middle;
                } else {
                    from = middle + 1;
                }
            }
            return from - 1;
        }
    }
}
