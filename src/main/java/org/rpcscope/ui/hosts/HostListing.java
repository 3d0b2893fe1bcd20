package org.rpcscope.ui.hosts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;

/**
 * The hosts in the order of the table, as one immutable value.
 *
 * @param lines top line first
 * @param longest how many characters the longest address among the first lines has
 */
record HostListing(List<HostLine> lines, int longest) {

    static final HostListing NOTHING = new HostListing(List.of(), 0);

    private static final int MEASURED = 200;

    static HostListing of(List<HostLine> lines) {
        int longest = lines.stream()
                .limit(MEASURED)
                .mapToInt(line -> line.address().toString().length())
                .max()
                .orElse(0);
        return new HostListing(List.copyOf(lines), longest);
    }

    /** The line of a host, or -1. */
    int lineOf(@Nullable IpAddress host) {
        for (int line = 0; host != null && line < lines.size(); line++) {
            if (lines.get(line).address().equals(host)) {
                return line;
            }
        }
        return -1;
    }
}
