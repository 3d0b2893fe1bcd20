package org.rpcscope.tuning.lists;

import java.util.List;
import org.rpcscope.tuning.NetworkEntry;

/** The set {@code Site::local_nets} in a script of Zeek. */
final class ZeekSite {

    static final String NAME = "local_nets";

    private ZeekSite() {}

    static void read(String text, Gathering into) {
        boolean inside = false;
        int number = 0;
        for (String line : text.split("\r\n|\n|\r", -1)) {
            number++;
            int from = 0;
            if (!inside) {
                int hash = line.indexOf('#');
                int name = line.indexOf(NAME);
                int open = name < 0 ? -1 : open(line, name);
                if (open < 0 || hash >= 0 && hash < name) {
                    continue;
                }
                inside = true;
                from = open + 1;
            }
            int end = end(line, from);
            int comment = comment(line, from);
            if (end >= 0 && (comment < 0 || end < comment)) {
                inside = false;
                String rest = comment < 0 ? "" : line.substring(comment);
                PlainList.line(line.substring(from, end) + rest, number, null, into);
            } else {
                PlainList.line(line.substring(from), number, null, into);
            }
        }
    }

    private static int open(String line, int from) {
        int brace = line.indexOf('{', from);
        return brace >= 0 ? brace : line.indexOf('(', from);
    }

    private static int end(String line, int from) {
        for (int i = from; i < line.length(); i++) {
            if (line.charAt(i) == '}' || line.charAt(i) == ')' || line.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    private static int comment(String line, int from) {
        return line.indexOf('#', from);
    }

    static String write(List<NetworkEntry> entries) {
        StringBuilder text = new StringBuilder("redef Site::local_nets += {\n");
        for (NetworkEntry entry : entries) {
            String cidr = entry.cidr();
            int slash = cidr.indexOf('/');
            String written =
                    cidr.indexOf(':') >= 0 ? "[" + cidr.substring(0, slash) + "]" + cidr.substring(slash) : cidr;
            String comment = Gathering.oneLine(entry.comment());
            text.append('\t')
                    .append(written)
                    .append(',')
                    .append(comment.isEmpty() ? "" : "  # " + comment)
                    .append('\n');
        }
        return text.append("};\n").toString();
    }
}
