package org.rpcscope.tuning.lists;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Range;
import org.rpcscope.net.Subnets;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.NetworkList;

/** Collects the networks of one text, and what is none. For one thread. */
final class Gathering {

    /** So many networks at most: a longer list is data to be looked up, not a boundary that somebody draws. */
    static final int MOST = 10_000;

    private static final int MOST_REFUSED = 1_000;
    private static final int QUOTED = 80;
    private static final int LONGEST_NOTE = 1_000;

    private final List<Listed> networks = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final Set<Key> seen = new HashSet<>();
    private boolean full;

    private record Key(@Nullable NetworkList list, Cidr network) {}

    /**
     * What a text says beside a network.
     *
     * @param line of the text, from 1
     * @param list the list it puts the network on, or null
     */
    record Place(int line, @Nullable NetworkList list, String comment, String owner, boolean enabled) {

        /** Cuts what is no note any more: it is kept with every network of the line. */
        Place {
            comment = comment.length() > LONGEST_NOTE ? comment.substring(0, LONGEST_NOTE) : comment;
            owner = owner.length() > LONGEST_NOTE ? owner.substring(0, LONGEST_NOTE) : owner;
        }

        static Place of(int line, @Nullable NetworkList list, String comment) {
            return new Place(line, list, comment, "", true);
        }
    }

    /** Adds what one word stands for: a network, an address, or two addresses with a hyphen between them. */
    void word(String word, Place place) {
        if (word.indexOf('-') > 0) {
            range(word, place);
            return;
        }
        switch (read(word)) {
            case Cidr.Valid(Cidr network) -> network(network, word, place);
            case Cidr.Faulty(String reason, var suggestion) -> refuse(place.line(), word, reason, suggestion);
        }
    }

    /** A network as {@link Cidr#parse}, with a mask instead of a length as well. */
    static Cidr.Parsed read(String word) {
        Cidr.Parsed parsed = Cidr.parse(word);
        boolean mask = parsed instanceof Cidr.Faulty faulty
                && faulty.suggestion() != null
                && word.indexOf('.', Math.max(0, word.indexOf('/'))) > 0;
        if (mask && parsed instanceof Cidr.Faulty(var _, Cidr meant) && word.startsWith(meant.network() + "/")) {
            return new Cidr.Valid(meant);
        }
        return parsed;
    }

    private void range(String word, Place place) {
        int hyphen = word.indexOf('-');
        IpAddress first = IpAddress.parse(word.substring(0, hyphen));
        IpAddress last = IpAddress.parse(word.substring(hyphen + 1));
        if (first == null || last == null) {
            refuse(place.line(), word, "it is neither a network nor two addresses with a hyphen between them", null);
        } else if (first.isV4() != last.isV4() || first.compareTo(last) > 0) {
            String reason = first.isV4() == last.isV4()
                    ? "the range ends before it starts"
                    : "the ends of the range are of different families";
            refuse(place.line(), word, reason, null);
        } else {
            Subnets.of(new Range(first, last)).forEach(network -> network(network, word, place));
        }
    }

    private void network(Cidr network, String word, Place place) {
        if (networks.size() == MOST) {
            if (!full) {
                refuse(place.line(), word, "there are more than " + MOST + " networks: the rest is left out", null);
            }
            full = true;
        } else if (seen.add(new Key(place.list(), network))) {
            NetworkEntry entry = new NetworkEntry(
                    network.toString(), place.enabled(), oneLine(place.comment()), oneLine(place.owner()));
            networks.add(new Listed(place.line(), place.list(), entry));
        } else {
            refuse(place.line(), word, network + " is listed twice", null);
        }
    }

    void refuse(int line, String text, String reason, @Nullable Cidr suggestion) {
        if (refused.size() < MOST_REFUSED) {
            String shown = oneLine(text.length() > 4 * QUOTED ? text.substring(0, 4 * QUOTED) : text);
            refused.add(new Refusal(
                    line, shown.length() > QUOTED ? shown.substring(0, QUOTED) + "…" : shown, reason, suggestion));
        }
    }

    /** Whether nothing more is taken. */
    boolean full() {
        return full;
    }

    ListText of(ListFormat format) {
        return new ListText(format, networks, refused);
    }

    /** A text on one line, without control characters: lists have one line for one network. */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean gap = Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.getType(c) == Character.CONTROL
                    || c == 0xFEFF;
            boolean again = !line.isEmpty() && line.charAt(line.length() - 1) == ' ';
            if (!gap) {
                line.appendCodePoint(c);
            } else if (!again) {
                line.append(' ');
            }
        });
        return line.toString().strip();
    }
}
