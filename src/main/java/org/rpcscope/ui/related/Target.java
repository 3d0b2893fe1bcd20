package org.rpcscope.ui.related;

import java.util.LinkedHashSet;
import java.util.Set;
import org.rpcscope.detect.Finding;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Zone;

/**
 * What is asked about.
 *
 * @param hosts the internal ends of a session, or both where none is
 * @param time when it began, in nanoseconds since 1970
 */
record Target(Set<IpAddress> hosts, long time) {

    static Target of(Finding finding) {
        IpAddress source = finding.session().ends().source();
        IpAddress destination = finding.session().ends().destination();
        Set<IpAddress> hosts = new LinkedHashSet<>();
        boolean outside = finding.sourceZone().zone() != Zone.INTERNAL
                && finding.destinationZone().zone() != Zone.INTERNAL;
        if (outside || finding.sourceZone().zone() == Zone.INTERNAL) {
            hosts.add(source);
        }
        if (outside || finding.destinationZone().zone() == Zone.INTERNAL) {
            hosts.add(destination);
        }
        return new Target(Set.copyOf(hosts), finding.session().start());
    }
}
