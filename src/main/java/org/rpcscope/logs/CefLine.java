package org.rpcscope.logs;

import java.nio.charset.StandardCharsets;

/**
 * A line of ArcSight's Common Event Format (Micro Focus, "ArcSight Common Event Format (CEF) Implementation Standard",
 * version 25) or IBM's Log Event Extended Format (IBM, "QRadar LEEF 2.0"): a header of fields between bars, then pairs.
 * Headers whose first word was cut off by a forwarder are taken all the same. Used again for the next line. One thread.
 */
public final class CefLine {

    private static final byte[] CEF = "CEF:".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LEEF = "LEEF:".getBytes(StandardCharsets.US_ASCII);
    private static final int CEF_FIELDS = 7;
    private static final int LEEF_FIELDS = 5;
    private static final int ESCAPED_TAB = 4;

    private final int[] header = new int[CEF_FIELDS + 1]; // the first byte of each field; the last is that of the pairs
    private byte[] bytes = new byte[0];
    private int to;
    private boolean leef;
    private char separator;

    /** Takes a line, and says whether it is one. */
    public boolean read(Line line) {
        bytes = line.bytes;
        to = line.to;
        int at = line.find(CEF);
        leef = false;
        if (at >= 0) {
            return cut(at + CEF.length, CEF_FIELDS);
        }
        at = line.find(LEEF);
        if (at >= 0) {
            leef = true;
            return cut(at + LEEF.length, LEEF_FIELDS) && separate();
        }
        if (line.begins("0|")) {
            return cut(line.from, CEF_FIELDS);
        }
        leef = line.begins("1.0|");
        return leef && cut(line.from, LEEF_FIELDS) && separate();
    }

    public boolean isLeef() {
        return leef;
    }

    /** Whether a field of the header, counted from 0 behind the version, is this word of small letters in any case. */
    public boolean is(int field, String word) {
        return Ascii.is(bytes, from(field), header[field + 2] - 1, word);
    }

    /** Whether such a field begins with the word. */
    public boolean begins(int field, String word) {
        return Ascii.begins(bytes, from(field), header[field + 2] - 1, word);
    }

    /** The first byte of a field of the header, as {@link #is}; 0 is the vendor, 1 the product, 3 the kind of event, 4 its name. */
    public int from(int field) {
        return header[field + 1];
    }

    public int to(int field) {
        return header[field + 2] - 1;
    }

    private boolean cut(int from, int fields) {
        int i = from;
        while (i < to && bytes[i] == ' ') {
            i++;
        }
        for (int field = 0; field < fields; field++) {
            header[field] = i;
            while (i < to && bytes[i] != '|') {
                i += bytes[i] == '\\' ? 2 : 1;
            }
            if (i >= to) {
                return false;
            }
            i++;
        }
        header[fields] = i;
        return true;
    }

    /** LEEF 2.0 names its separator before a further bar, as a character or as its code; without it is a tab. */
    private boolean separate() {
        int i = header[LEEF_FIELDS];
        separator = '\t';
        boolean second = bytes[header[0]] == '2';
        if (!second) {
            boolean bars = Ascii.next(bytes, i, to, '\t') == to && Ascii.next(bytes, i, to, '|') < to;
            separator = bars ? '|' : separator; // as Palo Alto's own instructions have it
            return true;
        }
        int bar = Ascii.next(bytes, i, Math.min(to, i + 6), '|');
        if (bar == i + 1) {
            separator = (char) (bytes[i] & 0xFF);
        } else if (bar < Math.min(to, i + 6) && bar > i) {
            int code = (Character.digit(bytes[bar - 2], 16) << 4) + Character.digit(bytes[bar - 1], 16);
            separator = code > 0 ? (char) code : '\t';
        } else if (bar != i) {
            return true; // no field at all: some devices leave it out
        }
        header[LEEF_FIELDS] = bar + 1;
        return true;
    }

    /** Notes the parts of the pairs. */
    public void parts(PartNames names, Parts parts) {
        if (leef) {
            leef(names, parts);
        } else {
            cef(names, parts);
        }
    }

    /** A value ends where the next key begins: a word without blanks before an equals sign that no backslash escapes. */
    private void cef(PartNames names, Parts parts) {
        int part = PartNames.UNKNOWN;
        int value = header[CEF_FIELDS];
        for (int i = value; i < to; i++) {
            i = Ascii.next(bytes, i, to, '=');
            if (i >= to) {
                break;
            }
            int key = i;
            while (key > value && isKey(bytes[key - 1])) {
                key--;
            }
            boolean begins = key < i && (key == header[CEF_FIELDS] || bytes[key - 1] == ' ');
            if (begins) {
                set(parts, part, value, key);
                part = names.find(bytes, key, i);
                value = i + 1;
            }
        }
        set(parts, part, value, to);
    }

    private void leef(PartNames names, Parts parts) {
        int i = header[LEEF_FIELDS];
        while (i < to) {
            int end = pairEnd(i);
            int equals = Ascii.next(bytes, i, end, '=');
            if (equals < end) {
                set(parts, names.find(bytes, i, equals), equals + 1, end);
            }
            i = end < to && bytes[end] == '#' ? end + ESCAPED_TAB : end + 1;
        }
    }

    /** Where the separator is next; rsyslog writes a tab as {@code #011}. */
    private int pairEnd(int from) {
        int end = Ascii.next(bytes, from, to, separator);
        int hash = Ascii.next(bytes, from, end, '#');
        while (hash < end && !Ascii.begins(bytes, hash, end, "#011")) {
            hash = Ascii.next(bytes, hash + 1, end, '#');
        }
        return separator == '\t' ? hash : end;
    }

    private void set(Parts parts, int part, int from, int end) {
        if (part < 0) {
            return;
        }
        int start = from;
        int stop = end;
        while (start < stop && bytes[start] == ' ') {
            start++;
        }
        while (stop > start && bytes[stop - 1] == ' ') {
            stop--;
        }
        if (stop - start >= 2 && bytes[start] == '"' && bytes[stop - 1] == '"') {
            start++;
            stop--;
        }
        parts.set(part, start, stop);
    }

    private static boolean isKey(byte b) {
        return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b == '_' || b == '.' || b == '-';
    }
}
