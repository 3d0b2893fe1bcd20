package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;
import org.rpcscope.mapping.Meaning;
import org.rpcscope.mapping.TimeText;

/** Puts the values of a row of any table into a connection, by what their columns mean. One thread. */
final class TableValues {

    private static final int TCP = 6;

    /** Names that mean DCE/RPC was recognised in the traffic. */
    private static final String[] RPC = {"dce_rpc", "dcerpc", "dce-rpc", "msrpc", "ms-rpc"};

    private static final String[] DENIED = {"deny", "denied", "drop", "block", "reject", "discard"};
    private static final String[] UNANSWERED = {"unanswered", "no answer", "no response", "syn timeout", "syn_sent"};
    private static final String[] REFUSED = {"refused"};
    private static final String[] ESTABLISHED = {"established", "teardown", "connected"};
    private static final String[] ALLOWED = {"allow", "accept", "permit", "pass", "built", "forward"};

    /** Protocols without ports; any other word that is no transport is the name of what TCP carried. */
    private static final String[] OTHER = {
        "icmp", "igmp", "gre", "esp", "ah", "ospf", "pim", "sctp", "ipv6", "arp", "ip"
    };

    private final LocalTimes times;
    private final boolean dayFirst;
    private String date = "";
    private String clock = "";
    private long duration;

    TableValues(LocalTimes times, boolean dayFirst) {
        this.times = times;
        this.dayFirst = dayFirst;
    }

    /** Begins a row. */
    void begin(Connection to, boolean hasTransport, boolean hasSourcePort) {
        to.clear();
        to.headersCounted = true;
        to.transport = hasTransport ? Connection.ABSENT : TCP;
        to.sourcePort = hasSourcePort ? Connection.ABSENT : 0;
        date = "";
        clock = "";
        duration = Numbers.BAD;
    }

    /** Sets one value; the bytes behind it are padded. */
    void set(Connection to, Meaning meaning, byte[] bytes, int start, int stop) {
        int from = start;
        int end = stop;
        while (from < end && bytes[from] <= ' ' && bytes[from] >= 0) {
            from++;
        }
        while (end > from && bytes[end - 1] <= ' ' && bytes[end - 1] >= 0) {
            end--;
        }
        if (from == end || end - from == 1 && bytes[from] == '-') {
            return;
        }
        switch (meaning) {
            case TIME -> to.start = time(bytes, from, end);
            case END -> to.end = time(bytes, from, end);
            case DATE -> date = text(bytes, from, end);
            case CLOCK -> clock = text(bytes, from, end);
            case DURATION -> duration = Numbers.nanos(bytes, from, end);
            case DURATION_MILLIS -> duration = divided(Numbers.nanos(bytes, from, end), 1000);
            case SOURCE -> to.source(bytes, from, end);
            case DESTINATION -> to.destination(bytes, from, end);
            case SOURCE_PORT -> to.sourcePort = port(bytes, from, end);
            case DESTINATION_PORT -> to.destinationPort = port(bytes, from, end);
            case TRANSPORT -> transport(to, bytes, from, end);
            case PROTOCOL -> protocol(to, bytes, from, end);
            case ACTION -> {
                to.action = to.text(bytes, from, end);
                to.verdict = verdict(bytes, from, end);
            }
            case STATE -> {
                to.state = to.text(bytes, from, end);
                Verdict state = state(bytes, from, end);
                to.verdict = to.verdict == Verdict.NONE || to.verdict == Verdict.ALLOWED
                        ? or(state, to.verdict)
                        : to.verdict;
            }
            case SERVICE -> to.service = to.text(bytes, from, end);
            case SOURCE_BYTES -> to.sourceBytes = count(bytes, from, end);
            case DESTINATION_BYTES -> to.destinationBytes = count(bytes, from, end);
            case BYTES -> to.totalBytes = count(bytes, from, end);
            case SOURCE_PACKETS -> to.sourcePackets = count(bytes, from, end);
            case DESTINATION_PACKETS -> to.destinationPackets = count(bytes, from, end);
            case USER -> to.user = to.text(bytes, from, end);
            case HOST -> to.host = to.text(bytes, from, end);
            case PROCESS -> to.process = to.text(bytes, from, end);
            case POLICY -> to.policy = to.text(bytes, from, end);
            case NONE -> {}
        }
    }

    /** Puts together what stood in several columns. */
    void end(Connection to) {
        if (to.start == Numbers.BAD && !date.isEmpty()) {
            TimeText time = TimeText.parse((date + " " + clock).strip(), dayFirst);
            to.start = time == null ? Numbers.BAD : time.zoned() ? time.nanos() : times.moment(time.nanos());
        }
        if (to.end == Numbers.BAD && duration > 0 && to.start != Numbers.BAD) {
            to.end = to.start + Math.min(duration, Long.MAX_VALUE - to.start);
        }
    }

    /** What words such as allow and deny say; they may stand in a longer text. */
    static Verdict verdict(byte[] bytes, int from, int to) {
        return holds(bytes, from, to, DENIED)
                ? Verdict.DENIED
                : holds(bytes, from, to, REFUSED)
                        ? Verdict.REFUSED
                        : holds(bytes, from, to, UNANSWERED)
                                ? Verdict.UNANSWERED
                                : holds(bytes, from, to, ESTABLISHED)
                                        ? Verdict.ESTABLISHED
                                        : holds(bytes, from, to, ALLOWED) ? Verdict.ALLOWED : Verdict.NONE;
    }

    private static Verdict or(Verdict one, Verdict other) {
        return one == Verdict.NONE ? other : one;
    }

    /** Zeek's states, and words. */
    private static Verdict state(byte[] bytes, int from, int to) {
        return switch (text(bytes, from, to)) {
            case "S0", "SH", "RSTOS0" -> Verdict.UNANSWERED;
            case "REJ" -> Verdict.REFUSED;
            case "SF", "S1", "S2", "S3", "RSTO", "RSTR" -> Verdict.ESTABLISHED;
            default -> verdict(bytes, from, to);
        };
    }

    private static void transport(Connection to, byte[] bytes, int from, int end) {
        to.transport(bytes, from, end);
        boolean number = bytes[from] >= '0' && bytes[from] <= '9';
        if (!number && to.isOfOtherTransport() && !begins(bytes, from, end, OTHER)) {
            to.transport = TCP;
            protocol(to, bytes, from, end);
        }
    }

    private static void protocol(Connection to, byte[] bytes, int from, int end) {
        if (Ascii.is(bytes, from, end, "tcp") || Ascii.is(bytes, from, end, "udp")) {
            return; // some call the transport so
        }
        to.service = to.text(bytes, from, end);
        for (String name : RPC) {
            to.recognised |= Ascii.is(bytes, from, end, name);
        }
    }

    private long time(byte[] bytes, int from, int to) {
        boolean iso = to - from >= 19 && (bytes[from + 4] == '-' || bytes[from + 4] == '/');
        long known = iso ? times.dateTime(bytes, from, to) : Numbers.BAD;
        if (known != Numbers.BAD) {
            return known;
        }
        boolean seconds = to - from > 10 && bytes[from + 10] == '.' && bytes[from] >= '0' && bytes[from] <= '9';
        known = seconds ? Numbers.nanos(bytes, from, to) : Numbers.BAD;
        if (known != Numbers.BAD) {
            return known;
        }
        TimeText time = TimeText.parse(text(bytes, from, to), dayFirst);
        return time == null ? Numbers.BAD : time.zoned() ? time.nanos() : times.moment(time.nanos());
    }

    private static long port(byte[] bytes, int from, int to) {
        long port = Numbers.count(bytes, from, to);
        return port == Numbers.BAD ? Connection.ABSENT : port;
    }

    private static long count(byte[] bytes, int from, int to) {
        return Math.max(-1, Numbers.count(bytes, from, to));
    }

    private static long divided(long value, long by) {
        return value == Numbers.BAD ? value : value / by;
    }

    private static boolean begins(byte[] bytes, int from, int to, String[] words) {
        for (String word : words) {
            if (Ascii.begins(bytes, from, to, word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(byte[] bytes, int from, int to, String[] words) {
        for (String word : words) {
            for (int i = from; i + word.length() <= to; i++) {
                if (Ascii.begins(bytes, i, to, word)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, Math.min(to - from, 100), StandardCharsets.UTF_8);
    }
}
