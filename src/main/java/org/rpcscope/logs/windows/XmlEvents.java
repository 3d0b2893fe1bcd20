package org.rpcscope.logs.windows;

import static org.rpcscope.logs.windows.XmlText.find;

import org.jspecify.annotations.Nullable;

/**
 * Reads one event of exported XML ([MS-EVEN6] 2.2.17; what {@code wevtutil} and the event viewer write) from bytes in UTF-8.
 * As much of XML as events have: elements, attributes, texts, CDATA, the five entities and character references. A document
 * type is refused, so no entity is ever defined or fetched. One thread.
 */
final class XmlEvents {

    /** Deeper XML is refused: no provider writes it. */
    static final int DEEPEST = 64;

    private static final int MOST_FIELDS = 1 << 12;
    private static final byte[] COMMENT_END = XmlText.ascii("-->");
    private static final byte[] CDATA = XmlText.ascii("<![CDATA[");
    private static final byte[] CDATA_END = XmlText.ascii("]]>");
    private static final byte[] INSTRUCTION_END = XmlText.ascii("?>");

    private final XmlText texts = new XmlText();
    private final Place[] places = new Place[DEEPEST + 1];
    private final String[] elements = new String[DEEPEST + 1];
    private final String[] titles = new String[DEEPEST + 1]; // what an attribute calls the text; empty without one
    private final XmlContent[] contents = new XmlContent[DEEPEST + 1];
    private byte[] bytes = new byte[0];
    private int end;
    private int depth;
    private int fields;

    XmlEvents() {
        for (int i = 0; i <= DEEPEST; i++) {
            contents[i] = new XmlContent(texts);
        }
        places[0] = Place.DOCUMENT;
        elements[0] = "";
        titles[0] = "";
    }

    /** Reads the event between two positions into the record, and returns what is wrong with it, or null. */
    @Nullable
    String read(byte[] of, int from, int to, XmlRecord record) {
        bytes = of;
        end = to;
        depth = 0;
        fields = 0;
        int at = from;
        while (at < end) {
            if (bytes[at] != '<') {
                int next = XmlText.next(bytes, at, end, '<');
                contents[depth].append(bytes, at, next);
                at = next;
                continue;
            }
            int after = tag(at, record);
            if (after < 0) {
                return after == TOO_DEEP ? "its XML is nested too deeply" : "its XML is damaged";
            }
            at = after;
        }
        return depth == 0 ? null : "its XML is damaged";
    }

    private static final int TOO_DEEP = -2;

    /** Reads what begins with a {@code <}, and returns the position behind it, or a negative number. */
    private int tag(int at, XmlRecord record) {
        if (at + 1 >= end) {
            return -1;
        }
        return switch (bytes[at + 1]) {
            case '/' -> close(at, record);
            case '?' -> behind(find(bytes, at, end, INSTRUCTION_END), INSTRUCTION_END);
            case '!' -> special(at);
            default -> open(at + 1, record);
        };
    }

    private static int behind(int found, byte[] what) {
        return found < 0 ? found : found + what.length;
    }

    private int special(int at) {
        if (at + 3 < end && bytes[at + 2] == '-' && bytes[at + 3] == '-') {
            return behind(find(bytes, at + 4, end, COMMENT_END), COMMENT_END);
        }
        if (find(bytes, at, Math.min(end, at + CDATA.length), CDATA) != at) {
            return -1; // a document type
        }
        int close = find(bytes, at, end, CDATA_END);
        if (close >= 0) {
            contents[depth].appendPlain(bytes, at + CDATA.length, close);
        }
        return behind(close, CDATA_END);
    }

    private int close(int at, XmlRecord record) {
        int gt = XmlText.next(bytes, at, end, '>');
        if (gt == end || depth == 0) {
            return -1;
        }
        leave(record);
        return gt + 1;
    }

    private int open(int from, XmlRecord record) {
        if (depth == DEEPEST) {
            return TOO_DEEP;
        }
        int at = XmlText.nameEnd(bytes, from, end);
        if (at == from) {
            return -1;
        }
        String element = texts.name(bytes, from, at);
        places[depth + 1] = places[depth].child(element);
        depth++;
        elements[depth] = element;
        titles[depth] = "";
        contents[depth].clear();
        while (true) {
            at = XmlText.skipSpace(bytes, at, end);
            if (at >= end) {
                return -1;
            }
            if (bytes[at] == '>') {
                return at + 1;
            }
            if (bytes[at] == '/') {
                leave(record);
                return at + 1 < end && bytes[at + 1] == '>' ? at + 2 : -1;
            }
            at = attribute(at, record);
            if (at < 0) {
                return at;
            }
        }
    }

    private int attribute(int from, XmlRecord record) {
        int nameEnd = XmlText.nameEnd(bytes, from, end);
        int equals = XmlText.skipSpace(bytes, nameEnd, end);
        if (nameEnd == from || equals >= end || bytes[equals] != '=') {
            return -1;
        }
        int quote = XmlText.skipSpace(bytes, equals + 1, end);
        if (quote >= end || bytes[quote] != '"' && bytes[quote] != '\'') {
            return -1;
        }
        int close = XmlText.next(bytes, quote + 1, end, (char) bytes[quote]);
        if (close == end) {
            return -1;
        }
        String name = texts.name(bytes, from, nameEnd);
        Place place = places[depth];
        if (place.isName(name)) {
            titles[depth] = texts.text(bytes, quote + 1, close);
        } else {
            String field = place.attributeField(elements[depth], name);
            if (field != null) {
                add(record, field, texts.text(bytes, quote + 1, close));
            }
        }
        return close + 1;
    }

    /** Ends the element: its text may be a field. */
    private void leave(XmlRecord record) {
        Place place = places[depth];
        XmlContent content = contents[depth];
        String title = titles[depth];
        String field = title.isEmpty() ? place.textField(elements[depth]) : FieldView.own(title);
        if (field != null && (place == Place.DATA || !content.isBlank(bytes)) && fields++ < MOST_FIELDS) {
            content.addTo(record, field);
        }
        depth--;
    }

    private void add(XmlRecord record, String field, String text) {
        if (fields++ < MOST_FIELDS) {
            record.add(field, text);
        }
    }
}
