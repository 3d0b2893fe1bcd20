package org.rpcscope.ui.hosts;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Host;
import org.rpcscope.net.IpAddress;

/**
 * One line of the table. Two are equal when they are of the same host, whatever is known of it.
 *
 * @param users who authenticated in its flagged sessions, in the order of the sessions
 * @param spark when its sessions began
 * @param events how many records of logs that are no sessions are about it
 */
record HostLine(Host host, List<String> users, Spark spark, int events) {

    public HostLine {
        users = List.copyOf(users);
    }

    IpAddress address() {
        return host.address();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof HostLine line && address().equals(line.address());
    }

    @Override
    public int hashCode() {
        return address().hashCode();
    }
}
