package org.rpcscope.logs.windows;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rpcscope.logs.IsoTimes;
import org.rpcscope.logs.LocalTimes;
import org.rpcscope.logs.Numbers;
import org.rpcscope.logs.Times;
import org.rpcscope.logs.Words;

/**
 * When a record in JSON was written. NXLog writes the time of the host without its zone: the zone follows from a second
 * time that the record has in UTC, as Sysmon's own, or as the collector's next to its local one. One thread.
 */
final class JsonTimes {

    private static final long QUARTER = 900L * 1_000_000_000;
    private static final int LONGEST = 64;

    private final LocalTimes local;
    private final IsoTimes iso = new IsoTimes();

    JsonTimes(LocalTimes local) {
        this.local = local;
    }

    /** Nanoseconds since 1970, or -1 where the record does not say. */
    long time(JsonMembers members) {
        String created = text(members, "TimeCreated_SystemTime", "TimeCreated");
        if (created != null) {
            long time = moment(created);
            if (time >= 0) {
                return time;
            }
        }
        String event = text(members, "EventTime", "event_time");
        if (event != null) {
            long time = eventTime(members, event);
            if (time >= 0) {
                return time;
            }
        }
        String other = text(members, "@timestamp", "_time");
        return other == null ? moment(text(members, "UtcTime", "timestamp")) : moment(other);
    }

    private long eventTime(JsonMembers members, String event) {
        if (!isLocal(event)) {
            return moment(event);
        }
        long time = WindowsTexts.time(event);
        long utc = WindowsTexts.time(text(members, "UtcTime", "UtcTime"));
        if (utc >= 0) {
            return time - toQuarter(time - utc);
        }
        long received = WindowsTexts.time(text(members, "EventReceivedTime", "EventReceivedTime"));
        long arrived = WindowsTexts.time(text(members, "@timestamp", "@timestamp"));
        if (received >= 0 && arrived >= 0) {
            return time - toQuarter(received - arrived);
        }
        return Math.max(-1, local.moment(time < 0 ? Numbers.BAD : time));
    }

    /** Whether a time is one of {@code 2020-08-06 01:20:24} with any fraction, and no zone. */
    private static boolean isLocal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean zone = i > 10 && (c == '+' || c == '-' || c == 'Z' || c == 'z');
            if (zone) {
                return false;
            }
        }
        return text.length() >= 19 && text.charAt(4) == '-';
    }

    /** Zones are whole quarters of an hour off, and clocks and collectors seconds. */
    private static long toQuarter(long nanos) {
        return Math.floorDiv(nanos + QUARTER / 2, QUARTER) * QUARTER;
    }

    /** A time that says all: in ISO 8601, or a number of seconds or milliseconds. */
    private long moment(@Nullable String text) {
        if (text == null || text.length() > LONGEST) {
            return -1;
        }
        long time = iso.parse(text);
        if (time >= 0) {
            return time;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Math.max(-1, Times.parse(Arrays.copyOf(bytes, bytes.length + Words.PAD), 0, bytes.length));
    }

    private static @Nullable String text(JsonMembers members, String name, String other) {
        String text = WindowsTexts.joined(members.value(name));
        return text != null ? text : WindowsTexts.joined(members.value(other));
    }
}
