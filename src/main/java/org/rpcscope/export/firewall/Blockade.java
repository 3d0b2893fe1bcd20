package org.rpcscope.export.firewall;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.NetworkLine;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Range;
import org.rpcscope.net.Zone;
import org.rpcscope.session.Session;
import org.rpcscope.session.Transport;

/**
 * What a firewall is to stop. Immutable.
 *
 * @param from the addresses whose connections are stopped, in order
 * @param to where they must not go
 * @param transport of the ports
 * @param ports of the server, in the order written
 */
public record Blockade(List<Range> from, Reach to, Transport transport, List<Ports> ports) {

    private static final int ENDPOINT_MAPPER = 135;

    public Blockade {
        from = List.copyOf(from);
        ports = List.copyOf(ports);
    }

    /**
     * Every way to RPC on the server of one session: the endpoint mapper, the port of the session, and those that Windows
     * gives away.
     *
     * @param network the network of the opener, as {@link org.rpcscope.net.Reason#network} has it; null for the opener alone
     */
    public static Blockade of(Session.Ends ends, @Nullable String network) {
        List<Ports> ports = new ArrayList<>(List.of(Ports.of(ENDPOINT_MAPPER)));
        int port = ends.destinationPort();
        if (port != ENDPOINT_MAPPER && !Ports.DYNAMIC.has(port)) {
            ports.add(Ports.of(port));
        }
        ports.add(Ports.DYNAMIC);
        return new Blockade(
                source(ends.source(), network), new Reach.Host(ends.destination()), ends.transport(), ports);
    }

    /** The network, if the opener lies within it: that of a NAT64 or 6to4 address is the network of what it embeds. */
    private static List<Range> source(IpAddress source, @Nullable String network) {
        return network != null && Cidr.parse(network) instanceof Cidr.Valid(Cidr cidr) && cidr.contains(source)
                ? cidr.ranges()
                : List.of(new Range(source, source));
    }

    /** The endpoint mapper of everything on the Internet, for all that is internal under this boundary. */
    public static Blockade of(Networks networks) {
        List<NetworkLine> others = networks.lines().stream()
                .filter(line -> line.zone() == Zone.EXTERNAL)
                .toList();
        List<NetworkLine> everything = List.of(external("0.0.0.0/0"), external("::/0"));
        return new Blockade(
                networks.changed(Networks.of(0, others)),
                new Reach.Internet(networks.changed(Networks.of(0, everything))),
                Transport.TCP,
                List.of(Ports.of(ENDPOINT_MAPPER)));
    }

    private static NetworkLine external(String network) {
        return switch (Cidr.parse(network)) {
            case Cidr.Valid(Cidr cidr) -> new NetworkLine(cidr, NetworkLine.EXTERNAL, "", "");
            case Cidr.Faulty faulty -> throw new IllegalStateException(faulty.reason());
        };
    }

    /** The part of one family: an address of the other can be no end of the same connection. */
    Blockade of(Family family) {
        Reach reach = switch (to) {
            case Reach.Host host -> host;
            case Reach.Internet(List<Range> not) -> new Reach.Internet(family.of(not));
        };
        return new Blockade(family.of(from), reach, transport, ports);
    }

    /** Whether there is anything to stop in this family. */
    boolean any(Family family) {
        boolean there = !(to instanceof Reach.Host(IpAddress address)) || address.isV4() == (family == Family.V4);
        return there && !family.of(from).isEmpty();
    }

    /** The word of the transport that all firewalls use. */
    String protocol() {
        return transport.label();
    }
}
