package org.rpcscope.logs.firewall;

import org.rpcscope.logs.Ascii;
import org.rpcscope.logs.Connection;
import org.rpcscope.logs.Numbers;
import org.rpcscope.session.ObservationTable;

/** Steps through the words of a message of Cisco devices. One thread. */
final class WordCursor {

    private byte[] bytes = new byte[0];
    private int begin;
    private int at;
    private int to;
    private String fault = "";

    void take(byte[] line, int from, int end) {
        bytes = line;
        begin = from;
        to = end;
        fault = "a message that breaks off";
        rewind();
    }

    void rewind() {
        at = begin;
        skip();
    }

    String fault() {
        return fault;
    }

    private void skip() {
        while (at < to && bytes[at] == ' ') {
            at++;
        }
    }

    private int wordEnd() {
        return Ascii.next(bytes, at, to, ' ');
    }

    /** Steps behind the next word that is this one; to the end, where there is none. */
    boolean passTo(String word) {
        return passToEither(word, word);
    }

    /** Steps behind the next word that is one of these; to the end, where there is none. */
    boolean passToEither(String word, String other) {
        while (at < to) {
            int end = wordEnd();
            boolean found = Ascii.is(bytes, at, end, word) || Ascii.is(bytes, at, end, other);
            at = end;
            skip();
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** Whether the rest begins with a word. */
    boolean begins(String word) {
        return Ascii.begins(bytes, at, to, word);
    }

    /** Whether the message has a word, wherever the cursor is. */
    boolean holds(String word) {
        int i = begin;
        while (i < to) {
            int end = Ascii.next(bytes, i, to, ' ');
            if (Ascii.is(bytes, i, end, word)) {
                return true;
            }
            i = end + 1;
        }
        return false;
    }

    /** Takes a number; {@link ObservationTable#UNKNOWN} where the next word is none. */
    long number() {
        int end = wordEnd();
        long value = Numbers.count(bytes, at, end);
        at = end;
        skip();
        return value == Numbers.BAD ? ObservationTable.UNKNOWN : value;
    }

    /** Takes {@code 0:02:05} as seconds; 0 where the next word is none. */
    long duration() {
        int end = wordEnd();
        long seconds = 0;
        int i = at;
        while (i < end) {
            int colon = Ascii.next(bytes, i, end, ':');
            long part = Numbers.count(bytes, i, colon);
            if (part == Numbers.BAD || part > 1_000_000) {
                seconds = 0;
                break;
            }
            seconds = seconds * 60 + part;
            i = colon + 1;
        }
        at = end;
        skip();
        return seconds;
    }

    /** Takes a word without the quotes around it. */
    int text(Connection record) {
        int end = wordEnd();
        boolean quoted = end - at >= 2 && bytes[at] == '"' && bytes[end - 1] == '"';
        int id = quoted ? record.text(bytes, at + 1, end - 1) : record.text(bytes, at, end);
        at = end;
        skip();
        return id;
    }

    boolean transport(Connection record) {
        int end = wordEnd();
        if (end == at) {
            return false;
        }
        record.transport(bytes, at, end);
        at = end;
        skip();
        return true;
    }

    /** Takes {@code interface:address/port}, the interface being optional, and a user in parentheses right behind it. */
    boolean end(Connection record, boolean source) {
        int end = wordEnd();
        int slash = lastOf('/', end);
        int from = at;
        for (int i = Ascii.next(bytes, at, end, ':'); i < slash && !isAddress(record, source, from, slash); ) {
            from = i + 1;
            i = Ascii.next(bytes, from, end, ':');
        }
        int portEnd = slash;
        while (portEnd + 1 < end && bytes[portEnd + 1] >= '0' && bytes[portEnd + 1] <= '9') {
            portEnd++;
        }
        if (slash < 0 || !isAddress(record, source, from, slash)) {
            return isFault(end);
        }
        port(record, source, slash + 1, portEnd + 1);
        at = portEnd + 1;
        skip();
        int next = wordEnd();
        if (at < to && bytes[at] == '(' && Ascii.next(bytes, at, next, '/') < next) {
            at = closing();
        }
        user(record);
        return true;
    }

    /** A user in parentheses, as {@code (LOCAL\\user)}; it may hold blanks. */
    private void user(Connection record) {
        if (at < to && bytes[at] == '(') {
            int end = closing();
            if (end - at > 2 && record.user == 0) {
                record.user = record.text(bytes, at + 1, end - 1);
            }
            at = end;
        }
        skip();
    }

    private int closing() {
        return Math.min(to, Ascii.next(bytes, at, to, ')') + 1);
    }

    /** Takes {@code interface/address(port)}, the interface being optional. */
    boolean endInParentheses(Connection record, boolean source) {
        int end = wordEnd();
        int open = Ascii.next(bytes, at, end, '(');
        int slash = Ascii.next(bytes, at, open, '/');
        int from = slash < open ? slash + 1 : at;
        int close = Ascii.next(bytes, open, end, ')');
        if (open >= close || !isAddress(record, source, from, open)) {
            return isFault(end);
        }
        port(record, source, open + 1, close);
        at = close + 1;
        user(record);
        return true;
    }

    private boolean isAddress(Connection record, boolean source, int from, int end) {
        return source ? record.source(bytes, from, end) : record.destination(bytes, from, end);
    }

    private void port(Connection record, boolean source, int from, int end) {
        long port = Numbers.count(bytes, from, end);
        if (source) {
            record.sourcePort = port == Numbers.BAD ? Connection.ABSENT : port;
        } else {
            record.destinationPort = port == Numbers.BAD ? Connection.ABSENT : port;
        }
    }

    /** A name of the device's own may stand where an address should. */
    private boolean isFault(int end) {
        fault = Ascii.excerpt(bytes, at, end) + " has no address and port";
        return false;
    }

    private int lastOf(char wanted, int end) {
        int open = Ascii.next(bytes, at, end, '(');
        int i = open - 1;
        while (i >= at && bytes[i] != wanted) {
            i--;
        }
        return i >= at ? i : -1;
    }
}
