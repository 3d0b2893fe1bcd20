package org.rpcscope.logs;

import static org.rpcscope.logs.ConnField.DESTINATION;
import static org.rpcscope.logs.ConnField.DESTINATION_PORT;
import static org.rpcscope.logs.ConnField.DURATION;
import static org.rpcscope.logs.ConnField.SOURCE;
import static org.rpcscope.logs.ConnField.SOURCE_PORT;
import static org.rpcscope.logs.ConnField.TIME;
import static org.rpcscope.logs.ConnField.TRANSPORT;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.TextPool;

/**
 * One record of a {@code conn.log} while it is read, field by field from their bytes; filled anew for each record. A
 * needed field that cannot be read is a fault of the record; another one is as if it were absent, and a flaw. One thread.
 */
final class ConnFields {

    /** Values of {@link ConnField#TRANSPORT}. */
    static final int TCP = 1;

    static final int UDP = 2;
    private static final int OTHER_TRANSPORT = 3;

    private static final int NO_ADDRESS = -2;
    private static final int CACHE_BITS = 13;
    private static final int EXCERPT = 40;
    private static final ConnField[] FIELDS = ConnField.values();
    private static final long[] NOTHING = nothing();

    /**
     * By {@link ConnField#ordinal}. Words: the number of the address, or of the text in the lower half and in the upper
     * what it proves. Counts: {@link ObservationTable#UNKNOWN} where absent. Times: nanoseconds.
     */
    final long[] values = new long[FIELDS.length];

    private final AddressPool addresses;
    private final TextPool texts;
    private final FieldCache cache = new FieldCache(CACHE_BITS);
    private final long[] address = new long[2];
    private byte[] unset = new byte[0];
    private byte[] empty = new byte[0];
    private String setSeparator = ",";
    private @Nullable String fault;
    private @Nullable String flaw;

    ConnFields(Pools pools) {
        addresses = pools.addresses();
        texts = pools.texts();
        clear();
    }

    /** Says how this log writes what is absent, and what stands between the members of a set. */
    void absent(byte[] unset, byte[] empty, String setSeparator) {
        this.unset = unset;
        this.empty = empty;
        this.setSeparator = setSeparator;
        cache.clear(); // the same word may mean something else now
    }

    /** Begins a record. */
    void clear() {
        System.arraycopy(NOTHING, 0, values, 0, values.length);
        fault = null;
        flaw = null;
    }

    /** Reads any field. */
    void set(int field, byte[] bytes, int from, int to) {
        if (FIELDS[field].isWord()) {
            word(field, bytes, from, to);
        } else if (FIELDS[field].isCount()) {
            count(field, bytes, from, to);
        } else {
            time(field, bytes, from, to);
        }
    }

    void word(int field, byte[] bytes, int from, int to) {
        int kind = field == DESTINATION.ordinal() ? SOURCE.ordinal() : field; // one end may be another's other end
        long value = cache.get(kind, bytes, from, to - from);
        values[field] = value != FieldCache.MISS ? value : lookUp(kind, bytes, from, to);
    }

    void count(int field, byte[] bytes, int from, int to) {
        long value = Numbers.count(bytes, from, to);
        values[field] = value != Numbers.BAD ? value : noValue(field, bytes, from, to);
    }

    void time(int field, byte[] bytes, int from, int to) {
        long value = Numbers.nanos(bytes, from, to);
        if (value == Numbers.BAD && field == TIME.ordinal()) {
            value = Times.parse(bytes, from, to);
        }
        values[field] = value != Numbers.BAD ? value : noValue(field, bytes, from, to);
    }

    /** Whether the record is of a transport whose conversations are not sessions: then nothing else matters. */
    boolean isOfOtherTransport() {
        return values[TRANSPORT.ordinal()] == OTHER_TRANSPORT;
    }

    /** Why the record cannot be an observation, or null. To be asked when all fields are read. */
    @Nullable
    String fault() {
        long[] v = values;
        boolean ends = (v[SOURCE.ordinal()] | v[DESTINATION.ordinal()] | v[TIME.ordinal()]) >= 0;
        boolean ports = isPort(v[SOURCE_PORT.ordinal()]) && isPort(v[DESTINATION_PORT.ordinal()]);
        return ends && ports && v[TRANSPORT.ordinal()] != TextPool.ABSENT ? null : whatIsWrong();
    }

    /** What is wrong with a field that the record can do without, or null. */
    @Nullable
    String flaw() {
        return flaw;
    }

    /** When the conversation ended, nanoseconds since 1970. */
    long end() {
        long start = values[TIME.ordinal()];
        return start + Math.min(values[DURATION.ordinal()], Long.MAX_VALUE - start);
    }

    /** The beginning of a value in quotes, for a person to recognise it; what is not printable ASCII is a dot. */
    static String excerpt(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder("\"");
        int end = Math.min(to, from + EXCERPT);
        for (int i = from; i < end; i++) {
            text.append(bytes[i] >= 0x20 && bytes[i] < 0x7F ? (char) bytes[i] : '.');
        }
        return text.append(end < to ? "...\"" : "\"").toString();
    }

    /** The value of a word that is not in the cache. */
    private long lookUp(int field, byte[] bytes, int from, int to) {
        if (isAbsent(bytes, from, to)) {
            return NOTHING[field];
        }
        long value = field == SOURCE.ordinal() ? address(bytes, from, to) : text(FIELDS[field], bytes, from, to);
        if (value >= 0) {
            cache.put(field, bytes, from, to - from, value);
        }
        return value;
    }

    private long address(byte[] bytes, int from, int to) {
        if (IpAddress.parseTo(bytes, from, to, address)) {
            return addresses.intern(address[0], address[1]);
        }
        fault = fault == null ? excerpt(bytes, from, to) + " is not an address" : fault;
        return NO_ADDRESS;
    }

    private long text(ConnField field, byte[] bytes, int from, int to) {
        String text = new String(bytes, from, Math.min(to - from, TextPool.LONGEST), StandardCharsets.UTF_8);
        if (field == TRANSPORT) {
            return text.equalsIgnoreCase("tcp") ? TCP : text.equalsIgnoreCase("udp") ? UDP : OTHER_TRANSPORT;
        }
        long proves = switch (field) {
            case STATE -> ConnEvidence.ofState(text);
            case HISTORY -> ConnEvidence.ofHistory(text);
            default -> ConnEvidence.ofService(text, setSeparator);
        };
        return proves << 32 | texts.intern(bytes, from, to);
    }

    private static boolean isPort(long value) {
        return value > 0 && value < 1 << 16;
    }

    private String whatIsWrong() {
        if (fault != null) {
            return fault;
        }
        for (ConnField field : FIELDS) {
            if (field.needed() && values[field.ordinal()] == NOTHING[field.ordinal()]) {
                return "there is no " + field.zeekName();
            }
        }
        ConnField port = isPort(values[SOURCE_PORT.ordinal()]) ? DESTINATION_PORT : SOURCE_PORT;
        return values[port.ordinal()] + " is no port";
    }

    /** The value where a number should be and is none. */
    private long noValue(int field, byte[] bytes, int from, int to) {
        if (isAbsent(bytes, from, to)) {
            return NOTHING[field];
        }
        String what = excerpt(bytes, from, to) + " is no value of " + FIELDS[field].zeekName();
        if (FIELDS[field].needed()) {
            fault = fault == null ? what : fault;
        } else {
            flaw = flaw == null ? what : flaw;
        }
        return NOTHING[field];
    }

    private boolean isAbsent(byte[] bytes, int from, int to) {
        return from == to
                || Arrays.equals(bytes, from, to, unset, 0, unset.length)
                || Arrays.equals(bytes, from, to, empty, 0, empty.length);
    }

    private static long[] nothing() {
        long[] values = new long[FIELDS.length];
        for (ConnField field : FIELDS) {
            values[field.ordinal()] = field.isCount() ? ObservationTable.UNKNOWN : TextPool.ABSENT;
        }
        values[SOURCE.ordinal()] = NO_ADDRESS;
        values[DESTINATION.ordinal()] = NO_ADDRESS;
        values[TIME.ordinal()] = Numbers.BAD;
        return values;
    }
}
