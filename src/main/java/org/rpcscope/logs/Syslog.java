package org.rpcscope.logs;

/**
 * Takes the syslog prefix off a line: {@code <PRI>}; the header of RFC 5424; or that of RFC 3164, with the variants that
 * are met: a year in the date (Cisco), an ISO time (rsyslog), a zone word behind it, no host; and before it what Kiwi Syslog
 * Server puts there. One thread.
 */
final class Syslog {

    private static final int LONGEST_PRIORITY = 5;
    private static final int LONGEST_ZONE = 5;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_COUNTER = 16;
    private static final int SHORTEST_DATE = 14;
    private static final int CLOCK_LENGTH = "2026-11-24 12:00:00".length();

    private final LocalTimes times;

    Syslog(LocalTimes times) {
        this.times = times;
    }

    /** Moves the beginning of the line behind the prefix, and notes what the prefix says. */
    void strip(Line line) {
        line.time = Connection.NO_TIME;
        line.isSyslog = false;
        collected(line);
        priority(line);
        counter(line);
        line.hostFrom = line.from;
        line.hostTo = line.from;
        line.programFrom = line.from;
        line.programTo = line.from;
        byte first = line.from < line.to ? line.bytes[line.from] : 0;
        if (first == '1' && line.isSyslog && line.bytes[line.from + 1] == ' ') {
            modern(line);
        } else if (first >= '0' && first <= '9') {
            isoDate(line);
        } else if (first >= 'A' && first <= 'Z' || first == '*' || first == '.') {
            date(line);
        }
    }

    /** What Kiwi Syslog Server (SolarWinds) files: its time, facility and level, the host, the message, between tabs. */
    private void collected(Line line) {
        byte[] bytes = line.bytes;
        int level = line.from + CLOCK_LENGTH + 1;
        if (line.to <= level || bytes[line.from + 10] != ' ' || bytes[level - 1] != '\t') {
            return;
        }
        int levelEnd = Ascii.next(bytes, level, line.to, '\t');
        int hostEnd = Ascii.next(bytes, Math.min(levelEnd + 1, line.to), line.to, '\t');
        boolean leveled = hostEnd < line.to && Ascii.next(bytes, level, levelEnd, '.') < levelEnd;
        long moment = leveled ? times.dateTime(bytes, line.from, level - 1) : Numbers.BAD;
        if (moment != Numbers.BAD) {
            line.time = moment;
            line.isSyslog = true;
            line.from = hostEnd + 1;
        }
    }

    private static void priority(Line line) {
        int i = line.from;
        if (i >= line.to || line.bytes[i] != '<') {
            return;
        }
        int end = Ascii.next(line.bytes, i + 1, Math.min(line.to, i + LONGEST_PRIORITY), '>');
        if (end < Math.min(line.to, i + LONGEST_PRIORITY) && Numbers.count(line.bytes, i + 1, end) != Numbers.BAD) {
            line.isSyslog = true;
            line.from = skip(line, end + 1);
        }
    }

    /**
     * What Cisco's routers put before the date: the number of the message, and the name of the router before it, as in {@code
     * 000031: Mar  1 18:46:11.101 UTC: } and {@code router1 45: *Mar  1 18:46:12: }. Passed over only where a date follows.
     */
    private static void counter(Line line) {
        byte[] bytes = line.bytes;
        int i = line.from;
        int end = Ascii.next(bytes, i, Math.min(line.to, i + LONGEST_NAME), ' ');
        if (end > i && end < line.to && bytes[end - 1] != ':') {
            i = end + 1;
            end = Ascii.next(bytes, i, Math.min(line.to, i + LONGEST_COUNTER), ' ');
        }
        boolean numbered = end - i >= 2
                && end < line.to
                && bytes[end - 1] == ':'
                && Numbers.count(bytes, i, end - 1) != Numbers.BAD;
        int date = numbered ? skip(line, end) : line.to;
        int month = date < line.to && (bytes[date] == '*' || bytes[date] == '.') ? date + 1 : date;
        if (line.to - month > SHORTEST_DATE
                && bytes[month + 3] == ' '
                && LocalTimes.month(bytes, month) != Numbers.BAD) {
            line.from = date;
        }
    }

    /** RFC 5424: {@code 1 TIME HOST PROGRAM PROCESS ID [DATA] MESSAGE}; the message begins with the data, if there is some. */
    private void modern(Line line) {
        int time = line.from + 2;
        int timeEnd = Ascii.next(line.bytes, time, line.to, ' ');
        long moment = Times.iso(line.bytes, time, timeEnd);
        if (moment == Numbers.BAD && !(timeEnd == time + 1 && line.bytes[time] == '-')) {
            return;
        }
        line.time = moment == Numbers.BAD ? Connection.NO_TIME : moment;
        line.hostFrom = Math.min(timeEnd + 1, line.to);
        line.hostTo = Ascii.next(line.bytes, line.hostFrom, line.to, ' ');
        line.programFrom = Math.min(line.hostTo + 1, line.to);
        line.programTo = Ascii.next(line.bytes, line.programFrom, line.to, ' ');
        int process = Ascii.next(line.bytes, Math.min(line.programTo + 1, line.to), line.to, ' ');
        int id = Ascii.next(line.bytes, Math.min(process + 1, line.to), line.to, ' ');
        line.from = Math.min(id + 1, line.to);
        if (line.begins("- ")) {
            line.from += 2;
        }
        byte[] bytes = line.bytes;
        if (bytes[line.from] == (byte) 0xEF && bytes[line.from + 1] == (byte) 0xBB) {
            line.from = Math.min(line.from + 3, line.to); // the mark of UTF-8 before the message
        }
    }

    private void isoDate(Line line) {
        if (line.to - line.from < 20 || line.bytes[line.from + 10] != 'T') {
            return;
        }
        int end = Ascii.next(line.bytes, line.from, line.to, ' ');
        int timeEnd = line.bytes[end - 1] == ':' ? end - 1 : end;
        long moment = times.dateTime(line.bytes, line.from, timeEnd);
        if (moment != Numbers.BAD) {
            behindTime(line, moment, end);
        }
    }

    /** {@code Jul  3 19:10:30}, {@code Jul 03 2026 19:10:30.123 UTC:}; Cisco marks a clock that is not set with a star. */
    private void date(Line line) {
        byte[] bytes = line.bytes;
        int i = bytes[line.from] == '*' || bytes[line.from] == '.' ? line.from + 1 : line.from;
        if (line.to - i < 14 || bytes[i + 3] != ' ') {
            return;
        }
        long month = LocalTimes.month(bytes, i);
        if (month == Numbers.BAD) {
            return;
        }
        i = skip(line, i + 4);
        int end = Ascii.next(bytes, i, line.to, ' ');
        long day = Numbers.count(bytes, i, end);
        i = skip(line, end);
        end = Ascii.next(bytes, i, line.to, ' ');
        long year = Numbers.BAD;
        if (end - i == 4) {
            year = Numbers.count(bytes, i, end);
            i = skip(line, end);
            end = Ascii.next(bytes, i, line.to, ' ');
        }
        int timeEnd = end > i && bytes[end - 1] == ':' ? end - 1 : end;
        long moment = times.moment(year, month, day, LocalTimes.clock(bytes, i, timeEnd));
        if (moment != Numbers.BAD) {
            behindTime(line, moment, end);
        }
    }

    /** A zone word, the host, the program: what there is of them. */
    private static void behindTime(Line line, long moment, int end) {
        line.time = moment;
        line.isSyslog = true;
        byte[] bytes = line.bytes;
        int i = skip(line, end);
        boolean hosted = bytes[end - 1] != ':'; // the colon of Cisco ends the header
        int wordEnd = Ascii.next(bytes, i, line.to, ' ');
        if (hosted && isZone(bytes, i, wordEnd)) {
            hosted = bytes[wordEnd - 1] != ':';
            i = skip(line, wordEnd);
            wordEnd = Ascii.next(bytes, i, line.to, ' ');
        }
        if (hosted && isHost(bytes, i, wordEnd)) {
            line.hostFrom = i;
            line.hostTo = bytes[wordEnd - 1] == ':' ? wordEnd - 1 : wordEnd;
            i = skip(line, wordEnd);
            if (i < line.to && bytes[i] == ':') {
                i = skip(line, i + 1);
            }
            wordEnd = Ascii.next(bytes, i, line.to, ' ');
        }
        line.from = i;
        if (wordEnd > i && bytes[wordEnd - 1] == ':' && bytes[i] != '%') {
            line.programFrom = i;
            line.programTo = Ascii.next(bytes, i, wordEnd - 1, '[');
            line.from = skip(line, wordEnd);
        }
    }

    /** Only capital letters, as in {@code CEST}; a host of that name would be taken for one. */
    private static boolean isZone(byte[] bytes, int from, int to) {
        int end = to > from && bytes[to - 1] == ':' ? to - 1 : to;
        boolean zone = end - from >= 3 && end - from <= LONGEST_ZONE;
        for (int i = from; zone && i < end; i++) {
            zone = bytes[i] >= 'A' && bytes[i] <= 'Z';
        }
        return zone && (bytes[end - 1] == 'T' || Ascii.is(bytes, from, end, "utc"));
    }

    /** What a name of a program ends with, or a message begins with, is no host. */
    private static boolean isHost(byte[] bytes, int from, int to) {
        boolean host = to > from && bytes[from] != '%' && bytes[from] != '[' && bytes[from] != '{';
        boolean named = to > from && bytes[to - 1] == ':' && bytes[from] != '<';
        for (int i = from; host && i < to; i++) {
            host = bytes[i] != '=' && bytes[i] != '[' && bytes[i] != ',' && bytes[i] != '"' && bytes[i] != '|';
        }
        return host && !named;
    }

    private static int skip(Line line, int from) {
        int i = Math.min(from, line.to);
        while (i < line.to && line.bytes[i] == ' ') {
            i++;
        }
        return i;
    }
}
