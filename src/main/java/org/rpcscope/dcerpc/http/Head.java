package org.rpcscope.dcerpc.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The head of an HTTP message (RFC 9112 2.1), as far as RPC over HTTP needs it: what is asked or answered, how long the body
 * is, and what goes with a logon.
 *
 * @param start the first line: a request with one of the verbs of MS-RPCH 2.1.2.1, or a status
 * @param length of the body in bytes; {@link #UNTIL_THE_END} where an answer does not say
 * @param challenges of an answer, or the credentials of a request: a scheme, and mostly a token
 */
record Head(String start, long length, List<String> challenges) {

    static final long UNTIL_THE_END = Long.MAX_VALUE;

    /** The verbs of a proxy, version 2 and 1 (MS-RPCH 2.1.2). */
    private static final List<String> REQUESTS = List.of("RPC_IN_DATA ", "RPC_OUT_DATA ", "RPC_CONNECT ");

    private static final String ANSWER = "HTTP/1.";
    private static final int OK = 200;

    /** Whether a line begins a message that belongs to RPC over HTTP. */
    static boolean begins(String line) {
        return REQUESTS.stream().anyMatch(line::startsWith) || line.startsWith(ANSWER);
    }

    boolean isRequest() {
        return !start.startsWith(ANSWER);
    }

    /** The code of an answer, 0 where it has none. */
    int status() {
        return status(start);
    }

    /** Whether the body is PDUs: that of a request, and that of the answer that grants it. */
    boolean carries() {
        return isRequest() || status() == OK;
    }

    private static int status(String start) {
        String[] words = start.split(" ", 3);
        boolean answers = start.startsWith(ANSWER) && words.length > 1 && words[1].matches("[1-9][0-9]{2}");
        return answers ? Integer.parseInt(words[1]) : 0;
    }

    /** Takes the lines of a head one by one. */
    static final class Builder {

        private static final int MOST_CHALLENGES = 8;

        private final String start;
        private final List<String> challenges = new ArrayList<>(2);
        private @Nullable Long length;
        private boolean chunked;

        Builder(String start) {
            this.start = start;
        }

        void line(String line) {
            int colon = line.indexOf(':');
            if (colon < 0) {
                return;
            }
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = value.matches("[0-9]{1,18}") ? Long.valueOf(value) : null;
                case "transfer-encoding" -> chunked = true;
                case "authorization", "www-authenticate" -> {
                    if (challenges.size() < MOST_CHALLENGES) {
                        challenges.add(value);
                    }
                }
                default -> {}
            }
        }

        /** The head is complete. A body in chunks is none of RPC's (MS-RPCH 2.1.2.1.2): its lines pass as if between messages. */
        Head build() {
            boolean open = length == null && !chunked && status(start) == OK;
            return new Head(start, length != null ? length : open ? UNTIL_THE_END : 0, List.copyOf(challenges));
        }
    }
}
