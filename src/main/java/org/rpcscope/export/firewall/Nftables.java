package org.rpcscope.export.firewall;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.rpcscope.net.Range;

/** nftables: a table of its own, which replaces what an earlier text has put there (nft(8), "SETS" and "RULES"). */
final class Nftables {

    private static final String TABLE = "table inet rpc_egress";

    private Nftables() {}

    static String text(Blockade blockade, LocalDate day, List<String> limits) {
        Lines lines = new Lines("#").head(blockade, day, limits);
        lines.comment("Apply on a router with: nft -f FILE. On a host itself write output for both words forward.");
        lines.comment("Undo with: nft delete " + TABLE);
        lines.add(TABLE).add("delete " + TABLE).add(TABLE + " {");
        for (Family family : Family.values()) {
            if (blockade.any(family)) {
                sets(blockade.of(family), family, lines);
            }
        }
        lines.add("  chain forward {").add("    type filter hook forward priority filter; policy accept;");
        for (Family family : Family.values()) {
            if (blockade.any(family)) {
                lines.add("    " + rule(blockade.of(family), family));
            }
        }
        return lines.add("  }").add("}").toString();
    }

    private static void sets(Blockade blockade, Family family, Lines lines) {
        set("internal", blockade.from(), family, lines);
        if (blockade.to() instanceof Reach.Internet(List<Range> not) && !not.isEmpty()) {
            set("not_internet", not, family, lines);
        }
    }

    private static void set(String name, List<Range> ranges, Family family, Lines lines) {
        String type = family == Family.V4 ? "ipv4_addr" : "ipv6_addr";
        lines.add("  set " + name + number(family) + " {");
        lines.add("    type " + type + "; flags interval; auto-merge;");
        List<String> networks = family.of(ranges).stream().map(family::text).toList();
        lines.wrapped("    elements = { ", networks, ",", "      ", " }").add("  }");
    }

    private static String rule(Blockade blockade, Family family) {
        String ip = family == Family.V4 ? "ip" : "ip6";
        String to = switch (blockade.to()) {
            case Reach.Host(var address) -> " " + ip + " daddr " + address;
            case Reach.Internet(List<Range> not) ->
                not.isEmpty() ? "" : " " + ip + " daddr != @not_internet" + number(family);
        };
        String ports = blockade.ports().stream().map(each -> each.text("-")).collect(Collectors.joining(", "));
        return ip + " saddr @internal" + number(family) + to + " " + blockade.protocol() + " dport { " + ports
                + " } log prefix \"rpc-egress \" counter drop";
    }

    private static String number(Family family) {
        return family == Family.V4 ? "4" : "6";
    }
}
