package org.rpcscope.tuning.lists;

import java.util.List;
import java.util.Locale;
import org.rpcscope.net.Refang;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.tuning.Profile;

/**
 * Comma separated values (RFC 4180) with a line of names, one of which is {@code cidr} or a word for it. A cell that a
 * spreadsheet would take for a formula is written with an apostrophe in front, which is taken off again.
 */
final class CsvList {

    private static final List<String> CIDR = List.of("cidr", "network", "prefix", "subnet");
    private static final List<String> LIST = List.of("list", "zone");
    private static final List<String> COMMENT = List.of("comment", "description", "note");
    private static final List<String> OWNER = List.of("owner", "organisation", "organization");
    private static final List<String> ENABLED = List.of("enabled");
    private static final String FORMULA = "=+-@'";

    private CsvList() {}

    /** Whether the first line is one of names, and one of them is that of the network. */
    static boolean is(String text) {
        return !text.isBlank() && place(names(text), CIDR) >= 0;
    }

    private static List<String> names(String text) {
        String first = text.lines().findFirst().orElse("");
        return new CsvCells(first, separator(first))
                .next().cells().stream()
                        .map(name -> name.strip().toLowerCase(Locale.ROOT))
                        .toList();
    }

    private static char separator(String line) {
        char best = ',';
        for (char candidate : new char[] {';', '\t'}) {
            if (count(line, candidate) > count(line, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }

    private static int place(List<String> names, List<String> meant) {
        for (int i = 0; i < names.size(); i++) {
            if (meant.contains(names.get(i))) {
                return i;
            }
        }
        return -1;
    }

    static void read(String text, Gathering into) {
        List<String> names = names(text);
        CsvCells records = new CsvCells(text, separator(text.lines().findFirst().orElse("")));
        records.next();
        while (records.more() && !into.full()) {
            CsvCells.Line line = records.next();
            String cidr = Refang.text(cell(line, place(names, CIDR))).strip();
            String wanted = cell(line, place(names, LIST));
            NetworkList list = NetworkList.named(wanted);
            boolean off = cell(line, place(names, ENABLED)).strip().equalsIgnoreCase("false");
            if (line.isBlank()) {
                continue;
            }
            if (list == null && !wanted.isBlank()) {
                into.refuse(line.number(), cidr, "the list \"" + wanted.strip() + "\" is none of ours", null);
            } else {
                into.word(
                        cidr,
                        new Gathering.Place(
                                line.number(),
                                list,
                                cell(line, place(names, COMMENT)),
                                cell(line, place(names, OWNER)),
                                !off));
            }
        }
    }

    private static String cell(CsvCells.Line line, int place) {
        String text = place >= 0 && place < line.cells().size() ? line.cells().get(place) : "";
        boolean marked = text.length() > 1 && text.charAt(0) == '\'' && FORMULA.indexOf(text.charAt(1)) >= 0;
        return marked ? text.substring(1) : text;
    }

    static String write(Profile profile) {
        StringBuilder text = new StringBuilder("cidr,list,comment,owner,enabled\r\n");
        for (NetworkList list : NetworkList.values()) {
            for (NetworkEntry entry : list.of(profile)) {
                if (entry.network() != null) {
                    text.append(entry.network())
                            .append(',')
                            .append(list.id())
                            .append(',')
                            .append(quoted(entry.comment()))
                            .append(',')
                            .append(quoted(entry.owner()))
                            .append(',')
                            .append(entry.enabled())
                            .append("\r\n");
                }
            }
        }
        return text.toString();
    }

    private static String quoted(String cell) {
        String line = Gathering.oneLine(cell);
        boolean formula = !line.isEmpty() && FORMULA.indexOf(line.charAt(0)) >= 0;
        String safe = formula ? "'" + line : line;
        boolean special = safe.indexOf(',') >= 0 || safe.indexOf('"') >= 0;
        return special ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
