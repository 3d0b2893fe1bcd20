package org.rpcscope.export;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes HTML. All that is not markup of this program goes through {@link #text}, which leaves nothing that a browser would
 * take for markup: captures and logs are hostile.
 */
final class Html {

    private static final char REPLACEMENT = '\uFFFD';

    private final Writer out;

    Html(Writer out) {
        this.out = out;
    }

    /** Markup of this program, as it is. */
    Html raw(String markup) throws IOException {
        out.write(markup);
        return this;
    }

    /** Any text, escaped; characters that HTML cannot hold become the replacement character. */
    Html text(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.write("&amp;");
                case '<' -> out.write("&lt;");
                case '>' -> out.write("&gt;");
                case '"' -> out.write("&quot;");
                case '\'' -> out.write("&#39;");
                default -> out.write(isHarmless(c) ? c : REPLACEMENT);
            }
        }
        return this;
    }

    /** An element with a text in it. */
    Html element(String name, String style, String text) throws IOException {
        raw("<" + name + (style.isEmpty() ? "" : " class=\"" + style + "\"") + ">");
        text(text);
        return raw("</" + name + ">\n");
    }

    /** Marks that turn the direction of writing make a text read as something else, and controls are no text. */
    private static boolean isHarmless(char c) {
        boolean control = c < 0x20 && c != '\t' && c != '\n' || c >= 0x7F && c < 0xA0;
        boolean turns = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return !control && !turns;
    }
}
