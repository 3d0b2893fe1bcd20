package org.rpcscope.export.firewall;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A kind of firewall and the language that it is told in. */
public enum Dialect {
    NFTABLES("nftables", "conntrack -D -p tcp --dport 135"),
    WINDOWS("Windows", "Restart-Computer, or end the process that holds them"),
    IPTABLES("iptables", "conntrack -D -p tcp --dport 135"),
    CISCO_ASA("Cisco ASA", "clear conn protocol tcp port 135");

    private final String label;
    private final String ending;

    Dialect(String label, String ending) {
        this.label = label;
        this.ending = ending;
    }

    /** The name of the firewall. */
    public String label() {
        return label;
    }

    /**
     * The whole text to review and copy. It begins with comments that say what it is, and its limits.
     *
     * @param day on which it is written
     */
    public String text(Blockade blockade, LocalDate day) {
        List<String> limits = limits(blockade);
        if (!blockade.any(Family.V4) && !blockade.any(Family.V6)) {
            return new Lines(this == CISCO_ASA ? "!" : "#")
                    .head(blockade, day, limits)
                    .comment("No network is internal: there is nothing to stop.")
                    .toString();
        }
        return switch (this) {
            case NFTABLES -> Nftables.text(blockade, day, limits);
            case WINDOWS -> WindowsFirewall.text(blockade, day, limits);
            case IPTABLES -> Iptables.text(blockade, day, limits);
            case CISCO_ASA -> CiscoAsa.text(blockade, day, limits);
        };
    }

    /** What the text does not stop, and where it may stop too much: a sentence each, the weightiest first. */
    public List<String> limits(Blockade blockade) {
        List<String> limits = new ArrayList<>();
        boolean dynamic = blockade.ports().contains(Ports.DYNAMIC);
        if (!dynamic) {
            limits.add("It does not stop a client that knows a dynamic port (" + Ports.DYNAMIC.text("-")
                    + ") already: blocking 135 stops the lookup, not the call.");
        }
        limits.add(
                "It does not stop RPC in SMB pipes (TCP 139 and 445) or over HTTP (TCP 593, 80 and 443), unless these"
                        + " ports are listed.");
        limits.add("Connections that are open already may go on; end them: " + ending + ".");
        if (blockade.to() instanceof Reach.Host) {
            limits.add("It does not stop what goes to another address of the same server, IPv4 or IPv6.");
        }
        for (Family family : Family.values()) {
            if (family.of(blockade.from()).isEmpty() && blockade.to() instanceof Reach.Internet) {
                limits.add("It does not stop anything over IP" + (family == Family.V4 ? "v4" : "v6")
                        + ": no such network is internal.");
            }
        }
        if (this == WINDOWS) {
            limits.add(
                    "Nothing can be allowed beside it: a block wins over every allow, so an exception has to be taken"
                            + " out of the remote addresses.");
        }
        if (dynamic) {
            limits.add("It stops every connection to the dynamic ports of that server, RPC or not.");
        }
        limits.add(
                "An RPC filter (netsh rpc filter) is no substitute: it guards a server that is called, not a client.");
        return limits;
    }
}
