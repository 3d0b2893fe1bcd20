package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.Pools;
import org.rpcscope.session.TextPool;

/**
 * Reads the fields of a {@code conn.log} from their bytes into a {@link ConnRecord}. An end, the time or the transport
 * that cannot be read is a fault of the record; a counter that cannot be read is unknown, and a flaw. One thread.
 */
final class ConnFields {

    private static final int NO_ADDRESS = -1;
    private static final int EXCERPT = 40;

    final ConnRecord record = new ConnRecord();

    private final AddressPool addresses;
    private final TextPool texts;
    private final FieldCache addressCache = new FieldCache(12);
    private final FieldCache stateCache = new FieldCache(6);
    private final FieldCache historyCache = new FieldCache(10);
    private final FieldCache serviceCache = new FieldCache(8);
    private final long[] address = new long[2];

    ConnFields(Pools pools) {
        addresses = pools.addresses();
        texts = pools.texts();
    }

    /** Reads any field. */
    void set(ConnField field, byte[] bytes, int from, int to) {
        record.seen |= 1 << field.ordinal();
        switch (field) {
            case TIME -> time(bytes, from, to);
            case SOURCE -> source(bytes, from, to);
            case SOURCE_PORT -> sourcePort(bytes, from, to);
            case DESTINATION -> destination(bytes, from, to);
            case DESTINATION_PORT -> destinationPort(bytes, from, to);
            case TRANSPORT -> transport(bytes, from, to);
            case SERVICE -> service(bytes, from, to, ",");
            case DURATION -> duration(bytes, from, to);
            case SOURCE_BYTES -> record.sourceBytes = count(bytes, from, to);
            case DESTINATION_BYTES -> record.destinationBytes = count(bytes, from, to);
            case STATE -> state(bytes, from, to);
            case HISTORY -> history(bytes, from, to);
            case SOURCE_PACKETS -> record.sourcePackets = packets(bytes, from, to);
            case DESTINATION_PACKETS -> record.destinationPackets = packets(bytes, from, to);
        }
    }

    /** Draws the conclusions, when all fields are read. */
    void finish() {
        record.end = record.start + Math.min(record.duration, Long.MAX_VALUE - record.start);
        record.evidence = ConnEvidence.of(record);
    }

    void time(byte[] bytes, int from, int to) {
        record.start = Times.parse(bytes, from, to);
        if (record.start == Numbers.BAD) {
            fault("is not a time", bytes, from, to);
        }
    }

    void source(byte[] bytes, int from, int to) {
        record.source = address(bytes, from, to);
    }

    void destination(byte[] bytes, int from, int to) {
        record.destination = address(bytes, from, to);
    }

    void sourcePort(byte[] bytes, int from, int to) {
        record.sourcePort = port(bytes, from, to);
    }

    void destinationPort(byte[] bytes, int from, int to) {
        record.destinationPort = port(bytes, from, to);
    }

    void transport(byte[] bytes, int from, int to) {
        record.udp = is(bytes, from, to, 'u', 'd', 'p');
        record.listed = record.udp || is(bytes, from, to, 't', 'c', 'p');
    }

    void duration(byte[] bytes, int from, int to) {
        long nanos = Numbers.nanos(bytes, from, to);
        if (nanos == Numbers.BAD) {
            flaw("is not a duration", bytes, from, to);
        } else {
            record.duration = nanos;
        }
    }

    /** A counter, or {@link org.rpcscope.session.ObservationTable#UNKNOWN}. */
    long count(byte[] bytes, int from, int to) {
        long value = Numbers.count(bytes, from, to);
        if (value == Numbers.BAD) {
            flaw("is not a count", bytes, from, to);
            return -1;
        }
        return value;
    }

    long packets(byte[] bytes, int from, int to) {
        return Math.min(Integer.MAX_VALUE, count(bytes, from, to));
    }

    void state(byte[] bytes, int from, int to) {
        long value = cached(stateCache, bytes, from, to);
        if (value == FieldCache.MISS) {
            int says = ConnEvidence.ofState(new String(bytes, from, to - from, StandardCharsets.UTF_8));
            value = intern(stateCache, bytes, from, to, says);
        }
        record.state = (int) value;
        record.stateSays = (int) (value >>> 32);
    }

    void history(byte[] bytes, int from, int to) {
        long value = cached(historyCache, bytes, from, to);
        if (value == FieldCache.MISS) {
            value = intern(historyCache, bytes, from, to, ConnEvidence.ofHistory(bytes, from, to));
        }
        record.history = (int) value;
        record.historySays = (int) (value >>> 32);
    }

    void service(byte[] bytes, int from, int to, String setSeparator) {
        long value = cached(serviceCache, bytes, from, to);
        if (value == FieldCache.MISS) {
            value = intern(serviceCache, bytes, from, to, ConnEvidence.ofService(bytes, from, to, setSeparator));
        }
        record.service = (int) value;
        record.serviceSays = (int) (value >>> 32);
    }

    /** Forgets what words meant: they may mean something else under another header. */
    void forgetServices() {
        serviceCache.clear();
    }

    private int address(byte[] bytes, int from, int to) {
        long id = cached(addressCache, bytes, from, to);
        return id != FieldCache.MISS ? (int) id : parseAddress(bytes, from, to);
    }

    private int parseAddress(byte[] bytes, int from, int to) {
        if (!IpAddress.parseTo(bytes, from, to, address)) {
            fault("is not an address", bytes, from, to);
            return NO_ADDRESS;
        }
        int id = addresses.intern(address[0], address[1]);
        if (to - from <= FieldCache.LONGEST) {
            addressCache.put(bytes, from, to - from, id);
        }
        return id;
    }

    private int port(byte[] bytes, int from, int to) {
        long value = Numbers.count(bytes, from, to);
        if (value < 1 || value > 65_535) {
            fault("is not a port", bytes, from, to);
            return 0;
        }
        return (int) value;
    }

    private static long cached(FieldCache cache, byte[] bytes, int from, int to) {
        int length = to - from;
        return length < 1 || length > FieldCache.LONGEST ? FieldCache.MISS : cache.get(bytes, from, length);
    }

    private long intern(FieldCache cache, byte[] bytes, int from, int to, int says) {
        if (from == to) {
            return TextPool.ABSENT;
        }
        long value = texts.intern(bytes, from, to) | (long) says << 32;
        if (to - from <= FieldCache.LONGEST) {
            cache.put(bytes, from, to - from, value);
        }
        return value;
    }

    private static boolean is(byte[] bytes, int from, int to, char first, char second, char third) {
        return to - from == 3
                && (bytes[from] | 0x20) == first
                && (bytes[from + 1] | 0x20) == second
                && (bytes[from + 2] | 0x20) == third;
    }

    private void fault(String what, byte[] bytes, int from, int to) {
        if (record.fault == null) {
            record.fault = excerpt(bytes, from, to) + " " + what;
        }
    }

    private void flaw(String what, byte[] bytes, int from, int to) {
        if (record.flaw == null) {
            record.flaw = excerpt(bytes, from, to) + " " + what;
        }
    }

    /** The beginning of a value in quotes, for a person to recognise it; what is not printable ASCII is a dot. */
    static String excerpt(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder("\"");
        int end = Math.min(to, from + EXCERPT);
        for (int i = from; i < end; i++) {
            text.append(bytes[i] >= 0x20 && bytes[i] < 0x7F ? (char) bytes[i] : '.');
        }
        return text.append(end < to ? "…\"" : "\"").toString();
    }
}
