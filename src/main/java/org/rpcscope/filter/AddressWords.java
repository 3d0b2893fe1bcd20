package org.rpcscope.filter;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rpcscope.net.Cidr;

/** Addresses as they are typed into a filter: whole ones, networks, and beginnings such as {@code 10.20.} */
final class AddressWords {

    private static final Pattern V4_BEGINNING = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){0,2})\\.?(?:\\*|\\.\\*)?");
    private static final Pattern V6_BEGINNING = Pattern.compile("([0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,6}):?");
    private static final int LONGEST = 60;

    private AddressWords() {}

    /** Whether a word without a field is meant as an address: a single number is rather a port or a text. */
    static boolean looksLikeOne(String word) {
        return word.indexOf('.') >= 0 || word.indexOf(':') >= 0;
    }

    /**
     * The network that a word stands for. Bits beyond the length are forgiven, and a beginning is the network of all
     * addresses that begin so: what is meant is clear.
     */
    static Cidr.Parsed read(String word) {
        Cidr.Parsed parsed = Cidr.parse(word);
        if (parsed instanceof Cidr.Faulty(var _, Cidr suggestion) && suggestion != null) {
            return new Cidr.Valid(suggestion);
        }
        if (parsed instanceof Cidr.Valid || word.length() > LONGEST) {
            return parsed;
        }
        Matcher v4 = V4_BEGINNING.matcher(word);
        if (v4.matches()) {
            int groups = v4.group(1).split("\\.").length;
            return beginning(v4.group(1) + ".0".repeat(4 - groups) + "/" + 8 * groups, parsed);
        }
        Matcher v6 = V6_BEGINNING.matcher(word);
        if (v6.matches() && word.indexOf(':') >= 0) {
            int groups = v6.group(1).split(":").length;
            return beginning(v6.group(1) + "::/" + 16 * groups, parsed);
        }
        return parsed;
    }

    private static Cidr.Parsed beginning(String network, Cidr.Parsed otherwise) {
        return Cidr.parse(network) instanceof Cidr.Valid valid ? valid : otherwise;
    }
}
