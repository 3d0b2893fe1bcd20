package org.rpcscope.dcerpc.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Why servers refuse, in words: data, from the resource beside this class. Immutable; any thread. */
final class Reasons {

    private final Map<String, String> words = new HashMap<>();

    private Reasons() {}

    /** Read when the first message is told of: a scan tells of none. */
    private static final class Bundled {
        private static final Reasons TABLE = read();
    }

    /** The table that comes with the program. */
    static Reasons bundled() {
        return Bundled.TABLE;
    }

    private static Reasons read() {
        Reasons reasons = new Reasons();
        try (InputStream in = Reasons.class.getResourceAsStream("reasons.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its table reasons.tsv");
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> reasons.words.put(cells[0] + cells[1], cells[2]));
            return reasons;
        } catch (IOException e) {
            throw new UncheckedIOException("the table reasons.tsv cannot be read", e);
        }
    }

    /** The status of a fault: its number, and what that means where it is known. */
    String fault(int status) {
        String number = "0x%08x".formatted(status);
        String meaning = words.get("fault" + number);
        return meaning == null ? "status " + number : meaning + " (" + number + ")";
    }

    /** The reason of a bind_nak. */
    String nak(int reason) {
        return words.getOrDefault("nak" + reason, "reason " + reason);
    }

    /** The reason of a rejected context. */
    String provider(int reason) {
        return words.getOrDefault("provider" + reason, "reason " + reason);
    }
}
