package org.rpcscope.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Times as records have them: RFC 3339. */
final class Times {

    private static final long NANOS = 1_000_000_000L;

    private Times() {}

    /** In UTC, with as many digits of the second as there are: none, three, six or nine. */
    static String text(long nanosSince1970) {
        return instant(nanosSince1970).toString();
    }

    /** The same moment in a zone, with its offset behind it. */
    static String text(long nanosSince1970, ZoneId zone) {
        Instant moment = instant(nanosSince1970);
        ZoneOffset offset = zone.getRules().getOffset(moment);
        String there = moment.plusSeconds(offset.getTotalSeconds()).toString();
        return there.substring(0, there.length() - 1) + offset.getId();
    }

    private static Instant instant(long nanosSince1970) {
        return Instant.ofEpochSecond(Math.floorDiv(nanosSince1970, NANOS), Math.floorMod(nanosSince1970, NANOS));
    }
}
