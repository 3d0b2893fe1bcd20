package org.rpcscope.logs.firewall;

import org.rpcscope.logs.Ascii;
import org.rpcscope.logs.Columns;
import org.rpcscope.logs.Numbers;
import org.rpcscope.logs.Part;
import org.rpcscope.logs.Parts;

/**
 * The session messages of SRX as sentences: {@code session closed TCP FIN: 10.0.0.5/49700->203.0.113.9/135 0x0 service
 * nat->nat 0x0 ... 6 policy from to id 9(1700) 8(2390) 5 ...}. What stands between the ends and the protocol number differs
 * between versions; a denied session has {@code 6(0)} there, with the kind of an ICMP message.
 */
final class JuniperSentence {

    private final Columns words = new Columns(' ');

    /** Notes the parts; false where the message is no such sentence. */
    boolean read(byte[] bytes, int from, int to, Parts parts) {
        words.cut(bytes, from, to);
        int ends = 0;
        while (ends < words.count() && !ends(bytes, ends, parts)) {
            ends++;
        }
        int protocol = ends + 1;
        while (protocol < words.count() && !isProtocol(bytes, protocol)) {
            protocol++;
        }
        if (protocol >= words.count()) {
            return false;
        }
        int number = words.from(protocol);
        parts.set(Part.TRANSPORT, number, Ascii.next(bytes, number, words.to(protocol), '('));
        words.set(parts, Part.POLICY, protocol + 1);
        words.set(parts, Part.SESSION, protocol + 4);
        if (ends > 0) {
            int colon = words.to(ends - 1) - 1;
            int reason = Ascii.next(bytes, from, to, 'd') + 2; // behind "closed"
            if (bytes[colon] == ':' && reason < colon) {
                parts.set(Part.REASON, reason, colon);
            }
        }
        if (counters(bytes, protocol + 5, Part.SOURCE_PACKETS, Part.SOURCE_BYTES, parts)
                && counters(bytes, protocol + 6, Part.DESTINATION_PACKETS, Part.DESTINATION_BYTES, parts)) {
            words.set(parts, Part.DURATION, protocol + 7);
        }
        return true;
    }

    /** {@code 10.0.0.5/49700->203.0.113.9/135}. */
    private boolean ends(byte[] bytes, int word, Parts parts) {
        int from = words.from(word);
        int to = words.to(word);
        int slash = Ascii.next(bytes, from, to, '/');
        int arrow = Ascii.next(bytes, slash, to, '>');
        int other = Ascii.next(bytes, arrow, to, '/');
        if (other >= to || bytes[arrow - 1] != '-') {
            return false;
        }
        parts.set(Part.SOURCE, from, slash);
        parts.set(Part.SOURCE_PORT, slash + 1, arrow - 1);
        parts.set(Part.DESTINATION, arrow + 1, other);
        parts.set(Part.DESTINATION_PORT, other + 1, to);
        return true;
    }

    private boolean isProtocol(byte[] bytes, int word) {
        int from = words.from(word);
        long number = Numbers.count(bytes, from, Ascii.next(bytes, from, words.to(word), '('));
        return number >= 0 && number < 256;
    }

    /** {@code 9(1700)}: packets and their bytes. */
    private boolean counters(byte[] bytes, int word, Part packets, Part amount, Parts parts) {
        int from = words.from(word);
        int to = words.to(word);
        int open = Ascii.next(bytes, from, to, '(');
        if (open >= to || bytes[to - 1] != ')') {
            return false;
        }
        parts.set(packets, from, open);
        parts.set(amount, open + 1, to - 1);
        return true;
    }
}
