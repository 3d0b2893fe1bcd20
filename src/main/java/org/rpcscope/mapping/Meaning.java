package org.rpcscope.mapping;

import java.util.Locale;
import org.rpcscope.net.IpAddress;

/** What a column of a table says of a connection. */
public enum Meaning {
    /** Nothing that is read. */
    NONE,
    /** When it began: date and time, or seconds since 1970 or fractions of them. */
    TIME,
    /** The date of when it began, where the time of day has a column of its own. */
    DATE,
    CLOCK,
    END,
    /** How long it took, in seconds. */
    DURATION,
    /** How long it took, in milliseconds. */
    DURATION_MILLIS,
    /** Who opened it. */
    SOURCE,
    SOURCE_PORT,
    DESTINATION,
    DESTINATION_PORT,
    TRANSPORT,
    /** What was done with it, or became of it: words such as allow and deny. */
    ACTION,
    /** What recognised the traffic calls it: {@code dce_rpc} is evidence. */
    PROTOCOL,
    /** A name that may follow from the port alone: no evidence. */
    SERVICE,
    STATE,
    SOURCE_BYTES,
    DESTINATION_BYTES,
    /** Of both directions together. */
    BYTES,
    SOURCE_PACKETS,
    DESTINATION_PACKETS,
    USER,
    HOST,
    PROCESS,
    /** The rule of a firewall. */
    POLICY;

    /** The word in a file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The meaning of a word in a file; {@link #NONE} for others. */
    public static Meaning ofKey(String key) {
        for (Meaning meaning : values()) {
            if (meaning.key().equals(key)) {
                return meaning;
            }
        }
        return NONE;
    }

    /** Whether a value can have this meaning; one that is absent can have any. */
    public boolean accepts(String value, boolean dayFirst) {
        String text = value.strip();
        if (text.isEmpty() || text.equals("-")) {
            return true;
        }
        return switch (this) {
            case TIME, END, DATE -> TimeText.parse(text, dayFirst) != null;
            case CLOCK -> TimeText.parse("1970-01-01 " + text, dayFirst) != null;
            case SOURCE, DESTINATION -> IpAddress.parse(text) != null;
            case SOURCE_PORT, DESTINATION_PORT -> isNumber(text, 5) && Integer.parseInt(text) <= 0xFFFF;
            case SOURCE_BYTES, DESTINATION_BYTES, BYTES, SOURCE_PACKETS, DESTINATION_PACKETS -> isNumber(text, 18);
            case DURATION, DURATION_MILLIS -> isNumber(text.replaceFirst("[.]", ""), 18);
            default -> true;
        };
    }

    static boolean isNumber(String text, int longest) {
        if (text.isEmpty() || text.length() > longest) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
