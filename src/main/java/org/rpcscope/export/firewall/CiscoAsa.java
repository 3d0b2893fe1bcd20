package org.rpcscope.export.firewall;

import java.time.LocalDate;
import java.util.List;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Range;

/**
 * Cisco ASA from 9.0 on, where one access list holds both families. IPv4 networks are written with a mask. The lines go in
 * front of a list that is there already, since binding another one would take its place.
 */
final class CiscoAsa {

    private static final String LIST = "access-list INSIDE_OUT line ";

    private CiscoAsa() {}

    static String text(Blockade blockade, LocalDate day, List<String> limits) {
        Lines lines = new Lines("!").head(blockade, day, limits);
        lines.comment("Write the name of the access list of the inside interface for INSIDE_OUT.");
        group("RPC_INSIDE", blockade.from(), blockade, lines);
        int line = 1;
        String to = switch (blockade.to()) {
            case Reach.Host(var address) -> "host " + address;
            case Reach.Internet _ -> "any";
        };
        if (blockade.to() instanceof Reach.Internet(List<Range> not)) {
            group("RPC_NOT_INTERNET", not, blockade, lines);
            for (Ports ports : blockade.ports()) {
                lines.add(entry(line++, "permit", blockade, "object-group RPC_NOT_INTERNET", ports));
            }
        }
        for (Ports ports : blockade.ports()) {
            lines.add(entry(line++, "deny", blockade, to, ports) + " log");
        }
        return lines.toString();
    }

    private static void group(String name, List<Range> ranges, Blockade blockade, Lines lines) {
        lines.add("object-group network " + name);
        for (Family family : Family.values()) {
            if (blockade.any(family)) {
                family.networks(ranges).forEach(network -> lines.add(" network-object " + object(network)));
            }
        }
    }

    private static String object(Cidr network) {
        String text = Lines.network(network);
        if (!text.contains("/")) {
            return "host " + text;
        }
        boolean v4 = network.network().isV4();
        return v4 ? network.network() + " " + IpAddress.v4(mask(network.length())) : text;
    }

    private static int mask(int length) {
        return length == 0 ? 0 : -1 << (32 - length);
    }

    private static String entry(int line, String what, Blockade blockade, String to, Ports ports) {
        String at = ports.first() == ports.last() ? "eq " + ports.first() : "range " + ports.text(" ");
        return LIST + line + " extended " + what + " " + blockade.protocol() + " object-group RPC_INSIDE " + to + " "
                + at;
    }
}
