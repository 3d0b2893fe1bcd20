package org.rpcscope.tuning.lists;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.Refang;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.tuning.Profile;

/**
 * {@code HOME_NET} of Suricata and Snort: a group in brackets, in which groups nest and an exclamation mark turns what
 * follows round. What it leaves out is external in spite of the rest.
 */
final class SuricataVariable {

    static final String NAME = "HOME_NET";

    private SuricataVariable() {}

    static void read(String text, Gathering into) {
        int number = 0;
        boolean named = text.contains(NAME);
        for (String line : text.split("\r\n|\n|\r", -1)) {
            number++;
            String value = named ? value(line) : line;
            if (value != null && !value.isBlank()) {
                value(Refang.text(value), number, into);
            }
        }
    }

    /** What is behind the name on a line that sets it, or null. */
    private static @Nullable String value(String line) {
        String written = line.strip();
        int name = written.indexOf(NAME);
        String before = name < 0 ? "" : written.substring(0, name).strip();
        boolean sets = name >= 0 && (before.isEmpty() || before.equals("ipvar") || before.equals("var"));
        return sets ? written.substring(name + NAME.length()) : null;
    }

    private static void value(String value, int line, Gathering into) {
        int hash = value.indexOf('#');
        String comment = hash < 0 ? "" : value.substring(hash + 1);
        String group = hash < 0 ? value : value.substring(0, hash);
        Deque<Boolean> turned = new ArrayDeque<>();
        turned.push(false);
        boolean not = false;
        boolean begun = false;
        StringBuilder word = new StringBuilder();
        for (int i = 0; i <= group.length(); i++) {
            char c = i < group.length() ? group.charAt(i) : ',';
            if (c == ':' && !begun) {
                continue; // between the name and the value
            }
            begun |= c != ' ';
            if (c == '!') {
                not = !not;
            } else if (c == '[') {
                turned.push(turned.element() ^ not);
                not = false;
            } else if (",]\"' \t".indexOf(c) >= 0) {
                if (!word.isEmpty()) {
                    word(word.toString(), turned.element() ^ not, line, comment, into);
                    word.setLength(0);
                    not = false;
                }
                if (c == ']' && turned.size() > 1) {
                    turned.pop();
                }
            } else {
                word.append(c);
            }
        }
    }

    private static void word(String word, boolean not, int line, String comment, Gathering into) {
        if (word.startsWith("$")) {
            into.refuse(line, word, "it stands for another variable: write what that holds", null);
        } else if (word.equalsIgnoreCase("any")) {
            into.refuse(line, word, "it is every address, which draws no boundary", null);
        } else {
            NetworkList list = not ? NetworkList.EXTERNAL : NetworkList.INTERNAL;
            into.word(word, Gathering.Place.of(line, list, comment));
        }
    }

    /** The internal networks without those that are external in spite of them, with the partners that lie within. */
    static String write(Profile profile) {
        List<String> parts = new ArrayList<>();
        List<NetworkEntry> internal = ListFormat.usable(profile.internal());
        internal.forEach(entry -> parts.add(entry.cidr()));
        for (NetworkEntry entry : ListFormat.usable(profile.external())) {
            parts.add("!" + entry.cidr());
        }
        for (NetworkEntry entry : ListFormat.usable(profile.partner())) {
            if (internal.stream().anyMatch(own -> holds(own, entry))) {
                parts.add("!" + entry.cidr());
            }
        }
        return NAME + ": \"[" + String.join(",", parts) + "]\"\n";
    }

    private static boolean holds(NetworkEntry outer, NetworkEntry inner) {
        Cidr wide = outer.network();
        Cidr narrow = inner.network();
        return wide != null && narrow != null && wide.contains(narrow);
    }
}
