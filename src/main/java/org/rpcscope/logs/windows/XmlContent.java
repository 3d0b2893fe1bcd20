package org.rpcscope.logs.windows;

/** The text of one element while it is read: mostly a range of the bytes, of which nothing need be made. One thread. */
final class XmlContent {

    private final XmlText texts;
    private final StringBuilder built = new StringBuilder(); // where it is no range
    private int from;
    private int to; // after from where it is a range

    XmlContent(XmlText texts) {
        this.texts = texts;
    }

    /** Begins an element. */
    void clear() {
        built.setLength(0);
        from = 0;
        to = 0;
    }

    /** Appends a text with its references resolved. */
    void append(byte[] bytes, int start, int end) {
        if (XmlText.next(bytes, start, end, '&') == end) {
            appendPlain(bytes, start, end);
        } else {
            build(bytes);
            texts.append(built, bytes, start, end);
        }
    }

    /** Appends a text as it stands. */
    void appendPlain(byte[] bytes, int start, int end) {
        if (start >= end) {
            return;
        }
        if (to > from || !built.isEmpty()) {
            build(bytes);
            texts.appendPlain(built, bytes, start, end);
        } else {
            from = start;
            to = end;
        }
    }

    private void build(byte[] bytes) {
        texts.appendPlain(built, bytes, from, to);
        from = 0;
        to = 0;
    }

    /** Whether there is nothing but white space. */
    boolean isBlank(byte[] bytes) {
        for (int i = from; i < to; i++) {
            if (bytes[i] > ' ' || bytes[i] < 0) {
                return false;
            }
        }
        for (int i = 0; i < built.length(); i++) {
            if (built.charAt(i) > ' ') {
                return false;
            }
        }
        return true;
    }

    /** Adds it as a field. */
    void addTo(XmlRecord record, String field) {
        if (built.isEmpty()) {
            record.add(field, from, to);
        } else {
            record.add(field, built.toString());
        }
    }
}
