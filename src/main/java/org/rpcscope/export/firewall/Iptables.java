package org.rpcscope.export.firewall;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.rpcscope.net.Range;

/** iptables and ip6tables, as iptables-restore reads them: a part for each, since each has its own command. */
final class Iptables {

    private static final String CHAIN = "RPC_EGRESS";

    private Iptables() {}

    static String text(Blockade blockade, LocalDate day, List<String> limits) {
        Lines lines = new Lines("#").head(blockade, day, limits);
        lines.comment("On a host itself write OUTPUT for FORWARD. Applied twice, the jumps stand there twice.");
        for (Family family : Family.values()) {
            if (blockade.any(family)) {
                part(blockade.of(family), family, lines);
            }
        }
        return lines.toString();
    }

    private static void part(Blockade blockade, Family family, Lines lines) {
        String command = family == Family.V4 ? "iptables" : "ip6tables";
        lines.comment("Save this part in a file of its own and apply it with: " + command + "-restore --noflush FILE");
        lines.add("*filter").add(":" + CHAIN + " - [0:0]");
        String ports = blockade.ports().stream().map(each -> each.text(":")).collect(Collectors.joining(","));
        String to = blockade.to() instanceof Reach.Host(var address) ? " -d " + address : "";
        for (var network : family.networks(blockade.from())) {
            lines.add("-I FORWARD 1 -s " + Lines.network(network) + to + " -p " + blockade.protocol()
                    + " -m multiport --dports " + ports + " -j " + CHAIN);
        }
        if (blockade.to() instanceof Reach.Internet(List<Range> not)) {
            for (Range range : not) {
                String text = family.text(range);
                String test = text.contains("-") ? " -m iprange --dst-range " : " -d ";
                lines.add("-A " + CHAIN + test + text + " -j RETURN");
            }
        }
        lines.add("-A " + CHAIN + " -m limit --limit 6/min -j LOG --log-prefix \"rpc-egress \"");
        lines.add("-A " + CHAIN + " -j DROP").add("COMMIT");
    }
}
