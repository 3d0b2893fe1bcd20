package org.rpcscope.export.firewall;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.Range;
import org.rpcscope.net.SpecialRegistry;

/** The lines of a firewall's text, and the comments that stand above all of them. */
final class Lines {

    private static final int WIDTH = 100;

    private final StringBuilder text = new StringBuilder();
    private final String comment;

    /** @param comment the sign that begins a comment */
    Lines(String comment) {
        this.comment = comment;
    }

    Lines add(String line) {
        text.append(line).append('\n');
        return this;
    }

    Lines comment(String words) {
        return add(comment + " " + words);
    }

    /** What it is, from when, and what it does not stop. */
    Lines head(Blockade blockade, LocalDate day, List<String> limits) {
        comment("RPC Scope, " + day + ": stops " + blockade.protocol().toUpperCase(Locale.ROOT) + " to ports "
                + blockade.ports().stream().map(ports -> ports.text("-")).collect(Collectors.joining(", ")) + " of "
                + where(blockade.to()) + ".");
        comment("Review before applying.");
        comment("Limits:");
        limits.forEach(limit -> comment("- " + limit));
        return this;
    }

    private static String where(Reach to) {
        return switch (to) {
            case Reach.Host(var address) -> address.toString();
            case Reach.Internet _ ->
                "everything that is neither internal nor special-purpose (IANA's registry of " + SpecialRegistry.date()
                        + ")";
        };
    }

    /** A list that may be long, in lines of a readable width; the first stands after {@code open}. */
    Lines wrapped(String open, List<String> items, String separator, String indent, String close) {
        StringBuilder line = new StringBuilder(open);
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i) + (i + 1 < items.size() ? separator : "");
            if (line.length() + item.length() > WIDTH && line.length() > indent.length()) {
                add(line.toString().stripTrailing());
                line = new StringBuilder(indent);
            }
            line.append(item).append(i + 1 < items.size() ? " " : "");
        }
        return add(line + close);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** A network, or an address alone where it is one. */
    static String network(Cidr cidr) {
        boolean single = cidr.length() == (cidr.network().isV4() ? 32 : 128);
        return single ? cidr.network().toString() : cidr.toString();
    }

    /** Two addresses with a hyphen, or one. */
    static String range(Range range) {
        return range.first().equals(range.last()) ? range.first().toString() : range.first() + "-" + range.last();
    }
}
