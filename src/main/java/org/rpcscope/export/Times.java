package org.rpcscope.export;

import java.time.Instant;

/** Times as records have them. */
final class Times {

    private static final long NANOS = 1_000_000_000L;

    private Times() {}

    /** RFC 3339 in UTC, with as many digits of the second as there are: none, three, six or nine. */
    static String text(long nanosSince1970) {
        return Instant.ofEpochSecond(Math.floorDiv(nanosSince1970, NANOS), Math.floorMod(nanosSince1970, NANOS))
                .toString();
    }
}
