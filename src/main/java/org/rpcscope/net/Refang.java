package org.rpcscope.net;

import java.util.regex.Pattern;

/**
 * Turns addresses from reports back into what they stand for: separators that were put into brackets, so that no program
 * makes links of them, and {@code hxxp} for {@code http}. Pure; any thread.
 */
public final class Refang {

    private static final Pattern DOT = Pattern.compile("\\s?[\\[({](?:\\.|dot)[])}]\\s?", Pattern.CASE_INSENSITIVE);
    private static final Pattern COLON = Pattern.compile("[\\[({](::?)[])}]");
    private static final Pattern SCHEME = Pattern.compile("\\bhxxp", Pattern.CASE_INSENSITIVE);

    private Refang() {}

    /** The text with every separator as it was; other brackets stay. */
    public static String text(String text) {
        String dots = DOT.matcher(text).replaceAll(".");
        String colons = COLON.matcher(dots).replaceAll("$1");
        return SCHEME.matcher(colons).replaceAll("http");
    }
}
