package org.rpcscope.export.firewall;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rpcscope.net.Range;

/**
 * The firewall of Windows, as commands of PowerShell. There a block wins over every allow, so what is to stay allowed must
 * not be among the remote addresses: they are written out as what is left.
 */
final class WindowsFirewall {

    private static final String GROUP = "RPC Scope";

    private WindowsFirewall() {}

    static String text(Blockade blockade, LocalDate day, List<String> limits) {
        Lines lines = new Lines("#").head(blockade, day, limits);
        lines.comment("Run in an elevated PowerShell on each client, or put it into a group policy.");
        lines.comment("Undo with: Remove-NetFirewallRule -Group '" + GROUP + "'");
        for (Family family : Family.values()) {
            if (blockade.any(family)) {
                rule(blockade, family, lines);
            }
        }
        return lines.toString();
    }

    private static void rule(Blockade blockade, Family family, Lines lines) {
        List<String> remote = switch (blockade.to()) {
            case Reach.Host(var address) -> List.of(quoted(address.toString()));
            case Reach.Internet(List<Range> not) ->
                family.without(not).stream()
                        .map(range -> quoted(Lines.range(range)))
                        .toList();
        };
        String variable = family == Family.V4 ? "$remote4" : "$remote6";
        lines.wrapped(variable + " = @(", remote, ",", "  ", ")");
        lines.add("New-NetFirewallRule -DisplayName "
                + quoted("Block RPC to the Internet, IP" + family.name().toLowerCase(Locale.ROOT))
                + " -Group " + quoted(GROUP) + " -Direction Outbound -Action Block -Profile Any `");
        String ports =
                blockade.ports().stream().map(each -> quoted(each.text("-"))).collect(Collectors.joining(","));
        lines.add("  -Protocol " + blockade.protocol().toUpperCase(Locale.ROOT) + " -RemotePort @(" + ports
                + ") -RemoteAddress " + variable);
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
