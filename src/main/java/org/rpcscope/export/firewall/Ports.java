package org.rpcscope.export.firewall;

/** Ports from the first to the last, both included. */
public record Ports(int first, int last) {

    /** Where Windows puts services that have no port of their own, since Vista; RFC 6335 calls them dynamic. */
    static final Ports DYNAMIC = new Ports(49_152, 65_535);

    public Ports {
        if (first < 0 || last > 65_535 || first > last) {
            throw new IllegalArgumentException("no ports: " + first + " to " + last);
        }
    }

    static Ports of(int port) {
        return new Ports(port, port);
    }

    boolean has(int port) {
        return first <= port && port <= last;
    }

    /** As a firewall writes it, with its own sign between the ends. */
    String text(String sign) {
        return first == last ? Integer.toString(first) : first + sign + last;
    }
}
