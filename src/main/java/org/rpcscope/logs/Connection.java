package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.AddressPool;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.TextPool;

/**
 * One record of a log about one connection, while its line is read; cleared and filled anew for each record. What was not
 * set is absent. The tier that the record proves follows from what was set ({@link #evidence}). One thread.
 */
public final class Connection {

    /** Absent addresses, ports and transports. */
    public static final int ABSENT = -1;

    /** The start of a record that says no time at all: the date of its file is taken. */
    public static final long NO_TIME = Long.MIN_VALUE + 1;

    private static final int TCP = 6;
    private static final int UDP = 17;
    private static final int CACHE_BITS = 13;
    private static final int ADDRESS_KIND = 0;
    private static final int TEXT_KIND = 1;

    /** When it began, in nanoseconds since 1970; {@link Numbers#BAD} where what stands there is none, or {@link #NO_TIME}. */
    public long start;

    /** When it ended, as {@link #start}; where it is not set, when it began. */
    public long end;

    /** Port numbers. */
    public long sourcePort;

    public long destinationPort;

    /** The protocol number that IANA gave it. */
    public int transport;

    public Verdict verdict = Verdict.NONE;

    /** Bytes and packets each way, and the bytes of both together; {@link ObservationTable#UNKNOWN} where absent. */
    public long sourceBytes;

    public long destinationBytes;
    public long sourcePackets;
    public long destinationPackets;
    public long totalBytes;

    /** Whether the bytes count the headers of each packet too, so that a few of them are no payload. */
    public boolean headersCounted;

    /** Whether the producer recognised the traffic itself as DCE/RPC; a name that follows from the port is none. */
    public boolean recognised;

    /** Whether the source is known to have opened it. A flow record only says which way its packets went. */
    public boolean directionKnown;

    /** Whether the input may have other records of the same connection, such as what the other host says of it. */
    public boolean isReport;

    /** How other records of the same connection in this input go with this one, and by what they are known beside the ends. */
    public Joining joining = Joining.NONE;

    public long joinedBy;

    /** Numbers of the text pool: the log's words, and whom it names. */
    public int action;

    public int state;
    public int service;
    public int user;
    public int host;
    public int process;
    public int policy;

    int source;
    int destination;

    private final AddressPool addresses;
    private final TextPool texts;
    private final FieldCache cache = new FieldCache(CACHE_BITS);
    private final long[] address = new long[2];

    public Connection(Pools pools) {
        addresses = pools.addresses();
        texts = pools.texts();
        clear();
    }

    /** Begins a record. */
    public void clear() {
        start = NO_TIME;
        end = Numbers.BAD;
        source = ABSENT;
        destination = ABSENT;
        sourcePort = ABSENT;
        destinationPort = ABSENT;
        transport = ABSENT;
        verdict = Verdict.NONE;
        sourceBytes = ObservationTable.UNKNOWN;
        destinationBytes = ObservationTable.UNKNOWN;
        sourcePackets = ObservationTable.UNKNOWN;
        destinationPackets = ObservationTable.UNKNOWN;
        totalBytes = ObservationTable.UNKNOWN;
        headersCounted = false;
        recognised = false;
        directionKnown = true;
        isReport = false;
        joining = Joining.NONE;
        joinedBy = 0;
        action = TextPool.ABSENT;
        state = TextPool.ABSENT;
        service = TextPool.ABSENT;
        user = TextPool.ABSENT;
        host = TextPool.ABSENT;
        process = TextPool.ABSENT;
        policy = TextPool.ABSENT;
    }

    /** Sets the end that opened it from the text of its address; false where that is none. */
    public boolean source(byte[] bytes, int from, int to) {
        source = address(bytes, from, to);
        return source != ABSENT;
    }

    /** Sets the other end from the text of its address; false where that is none. */
    public boolean destination(byte[] bytes, int from, int to) {
        destination = address(bytes, from, to);
        return destination != ABSENT;
    }

    /** Sets both ends, from where a format has its addresses in binary or as words already parsed. */
    public void ends(IpAddress from, IpAddress to) {
        source = addresses.intern(from);
        destination = addresses.intern(to);
    }

    public boolean hasSource() {
        return source != ABSENT;
    }

    public boolean hasDestination() {
        return destination != ABSENT;
    }

    /** Makes the destination the source and so on, for formats that name the other end first. */
    public void turn() {
        int formerSource = source;
        source = destination;
        destination = formerSource;
        long number = sourcePort;
        sourcePort = destinationPort;
        destinationPort = number;
        number = sourceBytes;
        sourceBytes = destinationBytes;
        destinationBytes = number;
        number = sourcePackets;
        sourcePackets = destinationPackets;
        destinationPackets = number;
    }

    /** Sets the transport by its number or its name; others than TCP and UDP are some other number. */
    public void transport(byte[] bytes, int from, int to) {
        long number = Numbers.count(bytes, from, to);
        transport = number != Numbers.BAD
                ? (int) Math.min(number, 255)
                : Ascii.is(bytes, from, to, "tcp") ? TCP : Ascii.is(bytes, from, to, "udp") ? UDP : 255;
    }

    /** Whether it is of a transport whose conversations are no sessions: then nothing else matters. */
    public boolean isOfOtherTransport() {
        return transport != ABSENT && transport != TCP && transport != UDP;
    }

    /** The number of a text, for the words of the record. */
    public int text(byte[] bytes, int from, int to) {
        long known = cache.get(TEXT_KIND, bytes, from, to - from);
        return known != FieldCache.MISS ? (int) known : newText(bytes, from, to);
    }

    private int newText(byte[] bytes, int from, int to) {
        int id = texts.intern(bytes, from, to);
        cache.put(TEXT_KIND, bytes, from, to - from, id);
        return id;
    }

    /** The number of a text that stands nowhere in the log; of the absent text, that of no text. */
    public int text(@Nullable String text) {
        if (text == null) {
            return TextPool.ABSENT;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return texts.intern(bytes, 0, bytes.length);
    }

    /** Why the record cannot be an observation, or null. To be asked when all is set. */
    public @Nullable String fault() {
        if (source == ABSENT || destination == ABSENT) {
            return source == ABSENT ? "there is no source address" : "there is no destination address";
        }
        if (!isPort(sourcePort) || !isPort(destinationPort)) {
            long port = isPort(sourcePort) ? destinationPort : sourcePort;
            return port == ABSENT ? "there is no port" : port + " is no port";
        }
        return transport == ABSENT ? "there is no protocol" : start < 0 ? "the time is none" : null;
    }

    private static boolean isPort(long value) {
        return value >= 0 && value < 1 << 16;
    }

    /** The number of an address from its text, or {@link #ABSENT} where that is none. */
    int address(byte[] bytes, int from, int to) {
        long known = cache.get(ADDRESS_KIND, bytes, from, to - from);
        return known != FieldCache.MISS ? (int) known : newAddress(bytes, from, to);
    }

    private int newAddress(byte[] bytes, int from, int to) {
        if (from >= to || !IpAddress.parseTo(bytes, from, to, address)) {
            return ABSENT;
        }
        int id = addresses.intern(address[0], address[1]);
        cache.put(ADDRESS_KIND, bytes, from, to - from, id);
        return id;
    }

    long lastTime() {
        return Math.max(start, end);
    }

    int bothPorts() {
        return (int) (sourcePort << 16 | destinationPort);
    }

    /** What the record proves, as bits of {@link Evidence}. */
    public int evidence() {
        int ends = (transport == UDP ? Evidence.UDP : 0) | (directionKnown ? Evidence.DIRECTION_KNOWN : 0);
        int kind = (isReport ? Evidence.REPORT : 0) | (headersCounted ? Evidence.HEADERS_COUNTED : 0);
        return ends | kind | RecordTier.of(this);
    }
}
