package org.rpcscope.tuning.lists;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Refang;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.NetworkList;

/**
 * Networks as people write them down: any number on a line, whatever stands between them, ranges, and notes before or after
 * them. Words that are no networks are the comment of the line; what looks like a network and is none is refused.
 */
final class PlainList {

    private static final String SEPARATORS = " \t,;|\"'`()[]{}<>=\u00a0\f";
    private static final Set<String> TO = Set.of("-", "–", "—", "to", "..");

    private PlainList() {}

    static void read(String text, Gathering into) {
        int number = 0;
        for (String line : text.split("\r\n|\n|\r", -1)) {
            number++;
            if (into.full()) {
                return;
            }
            line(line, number, null, into);
        }
    }

    /** Reads one line. A comment behind a mark is never taken for a network. */
    static void line(String line, int number, @Nullable NetworkList list, Gathering into) {
        int mark = mark(line);
        String written = Refang.text(mark < 0 ? line : line.substring(0, mark));
        if (written.isBlank()) {
            return;
        }
        List<String> found = new ArrayList<>();
        List<String> words = new ArrayList<>();
        sort(tokens(written), found, words);
        String note = mark < 0 ? "" : line.substring(mark).replaceFirst("^(#+|//)", "");
        String comment = (String.join(" ", words) + " " + note).strip();
        if (found.isEmpty()) {
            into.refuse(number, line, "there is no network on this line", null);
        }
        for (String word : found) {
            into.word(word, Gathering.Place.of(number, list, comment));
        }
    }

    /** Where a comment begins, or a negative number; a scheme's slashes begin none. */
    private static int mark(String line) {
        int hash = line.indexOf('#');
        int slashes = line.indexOf("//");
        while (slashes > 0 && line.charAt(slashes - 1) == ':' || slashes > 1 && line.charAt(slashes - 1) == ']') {
            slashes = line.indexOf("//", slashes + 2);
        }
        return hash < 0 || slashes < 0 ? Math.max(hash, slashes) : Math.min(hash, slashes);
    }

    private static List<String> tokens(String line) {
        List<String> tokens = new ArrayList<>();
        // An IPv6 network in brackets, as Zeek writes it, is one word.
        StringTokenizer rest = new StringTokenizer(line.replace("]/", "/").replace('–', '-'), SEPARATORS);
        while (rest.hasMoreTokens()) {
            tokens.add(address(rest.nextToken()));
        }
        return tokens;
    }

    /** The host of a URL, and an IPv4 address without its port. */
    private static String address(String token) {
        int scheme = token.indexOf("://");
        String host = token;
        if (scheme > 0) {
            int end = token.indexOf('/', scheme + 3);
            host = token.substring(scheme + 3, end < 0 ? token.length() : end);
        }
        int colon = host.indexOf(':');
        boolean port = colon > 0 && host.indexOf(':', colon + 1) < 0 && host.indexOf('.') > 0;
        return port ? host.substring(0, colon) : host;
    }

    private static void sort(List<String> tokens, List<String> found, List<String> words) {
        for (int i = 0; i < tokens.size(); i++) {
            String token = tokens.get(i);
            boolean range = i + 2 < tokens.size()
                    && TO.contains(tokens.get(i + 1))
                    && IpAddress.parse(token) != null
                    && IpAddress.parse(tokens.get(i + 2)) != null;
            if (range) {
                found.add(token + "-" + tokens.get(i + 2));
                i += 2;
            } else if (Gathering.read(token) instanceof Cidr.Valid || isRange(token)) {
                found.add(token);
            } else if ((words.isEmpty() || found.isEmpty()) && looksLikeOne(token)) {
                found.add(token); // a slip, which is named
            } else if (!TO.contains(token)) {
                words.add(token);
            }
        }
    }

    private static boolean isRange(String token) {
        int hyphen = token.indexOf('-');
        return hyphen > 0
                && IpAddress.parse(token.substring(0, hyphen)) != null
                && IpAddress.parse(token.substring(hyphen + 1)) != null;
    }

    /** Digits and the separators of addresses, with enough of these that no date or version is meant. */
    private static boolean looksLikeOne(String token) {
        int dots = 0;
        int colons = 0;
        boolean digit = false;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            digit |= c >= '0' && c <= '9';
            dots += c == '.' ? 1 : 0;
            colons += c == ':' ? 1 : 0;
            if (Character.digit(c, 16) < 0 && "./:%-*".indexOf(c) < 0) {
                return false;
            }
        }
        return digit && (dots >= 2 || colons >= 2 || token.indexOf('/') > 0 && dots + colons > 0);
    }

    static String write(List<NetworkEntry> entries) {
        StringBuilder text = new StringBuilder();
        for (NetworkEntry entry : entries) {
            text.append(entry.cidr());
            String comment = Gathering.oneLine(entry.comment());
            if (!comment.isEmpty()) {
                text.append(" # ").append(comment);
            }
            text.append('\n');
        }
        return text.toString();
    }
}
