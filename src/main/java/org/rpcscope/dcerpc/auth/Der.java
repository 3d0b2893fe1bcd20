package org.rpcscope.dcerpc.auth;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a constructed value in DER (X.690), found by their tags. It goes only as deep as its caller asks, so
 * nested input cannot exhaust the stack. An element that is cut off has what is there of it; after a length or a tag that
 * DER does not allow there is nothing.
 */
record Der(Octets content) {

    static final int SEQUENCE = 0x30;
    static final int INTEGER = 0x02;
    static final int OCTET_STRING = 0x04;
    static final int OBJECT_IDENTIFIER = 0x06;
    static final int ENUMERATED = 0x0A;
    static final int GENERAL_STRING = 0x1B;

    /** More elements of one tag than any message here has. */
    private static final int MOST = 64;

    /** Octets of the longest object identifier that is known, with room. */
    private static final int LONGEST_IDENTIFIER = 32;

    /**
     * @param content where its content is
     * @param end where the next element begins
     */
    private record Element(int tag, Octets content, int end) {}

    /** The tag of a context-specific constructed element: {@code [number]} in ASN.1. */
    static int context(int number) {
        return 0xA0 | number;
    }

    /** The tag of an application-specific constructed element. */
    static int application(int number) {
        return 0x60 | number;
    }

    /** The first element with a tag; empty when there is none. */
    Der in(int tag) {
        for (Element each = at(0); each != null; each = at(each.end())) {
            if (each.tag() == tag) {
                return new Der(each.content());
            }
        }
        return new Der(content.part(0, 0));
    }

    /** The content of every element with a tag. */
    List<Octets> all(int tag) {
        List<Octets> found = new ArrayList<>();
        for (Element each = at(0); each != null && found.size() < MOST; each = at(each.end())) {
            if (each.tag() == tag) {
                found.add(each.content());
            }
        }
        return found;
    }

    /** What follows the first element. */
    Octets afterFirst() {
        Element first = at(0);
        return content.from(first == null ? content.length() : first.end());
    }

    boolean isEmpty() {
        return content.length() == 0;
    }

    /** The content as a small number; the last 32 bits of a larger one. */
    int number() {
        int value = 0;
        for (int i = 0; i < content.length(); i++) {
            value = value << 8 | content.u8(i);
        }
        return value;
    }

    /** The content as a text: GeneralString is UTF-8 where it is not plain ASCII (MS-KILE 3.1.5.1). */
    @Nullable
    String text() {
        return content.name(StandardCharsets.UTF_8);
    }

    /** The content as an object identifier in dotted decimal numbers. */
    static String identifier(Octets content) {
        StringBuilder text = new StringBuilder();
        long arc = 0;
        for (int i = 0; i < Math.min(content.length(), LONGEST_IDENTIFIER); i++) {
            arc = arc << 7 | (content.u8(i) & 0x7F);
            if ((content.u8(i) & 0x80) == 0) {
                text.append(
                        text.isEmpty() ? Math.min(arc / 40, 2) + "." + (arc - 40 * Math.min(arc / 40, 2)) : "." + arc);
                arc = 0;
            }
        }
        return text.toString();
    }

    private @Nullable Element at(int position) {
        if (position >= content.length() || (content.u8(position) & 0x1F) == 0x1F) {
            return null;
        }
        int first = content.u8(position + 1);
        int more = first < 0x80 ? 0 : first & 0x7F;
        if (!content.holds(position, 2L + more) || first == 0x80 || more > 4) {
            return null;
        }
        long length = first;
        if (first > 0x80) {
            length = 0;
            for (int i = 0; i < more; i++) {
                length = length << 8 | content.u8(position + 2 + i);
            }
        }
        int start = position + 2 + more;
        Octets there = content.part(start, length);
        return new Element(content.u8(position), there, start + there.length());
    }
}
