package org.rpcscope.filter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A filter that the analyst gave a name.
 *
 * @param text as it is written in the bar; it may have a fault, where another version wrote it
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SavedFilter(String name, String text) {

    /** Longer names are cut off: they are for menus. */
    private static final int LONGEST = 80;

    /** The name as it is kept: without white space around it, and no longer than a menu has room for. */
    public static String name(String written) {
        String name = written.strip();
        return name.codePointCount(0, name.length()) <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST)).strip();
    }
}
