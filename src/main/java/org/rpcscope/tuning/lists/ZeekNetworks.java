package org.rpcscope.tuning.lists;

import java.util.List;
import org.rpcscope.net.Refang;
import org.rpcscope.tuning.NetworkEntry;

/**
 * The {@code networks.cfg} of Zeek's control program: a network on each line, and behind it a description to the end of the
 * line.
 */
final class ZeekNetworks {

    private static final String TITLE = "# Local networks in CIDR notation, for the networks.cfg of Zeek";

    private ZeekNetworks() {}

    /** Whether the first line says so; without it such a file is a plain list. */
    static boolean is(String text) {
        String first = text.stripLeading().lines().findFirst().orElse("");
        return first.startsWith("#") && (first.contains("networks.cfg") || first.contains("local networks in CIDR"));
    }

    static void read(String text, Gathering into) {
        int number = 0;
        for (String line : text.split("\r\n|\n|\r", -1)) {
            number++;
            String written = line.strip();
            if (!written.isEmpty() && !written.startsWith("#")) {
                int gap = 0;
                while (gap < written.length() && !Character.isWhitespace(written.charAt(gap))) {
                    gap++;
                }
                into.word(
                        Refang.text(written.substring(0, gap)),
                        Gathering.Place.of(number, null, written.substring(gap)));
            }
        }
    }

    static String write(List<NetworkEntry> entries) {
        StringBuilder text = new StringBuilder(TITLE).append('\n');
        for (NetworkEntry entry : entries) {
            String comment = Gathering.oneLine(entry.comment());
            text.append(entry.cidr())
                    .append(comment.isEmpty() ? "" : "\t" + comment)
                    .append('\n');
        }
        return text.toString();
    }
}
