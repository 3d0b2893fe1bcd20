package org.rpcscope.ui.fx;

/**
 * Makes addresses harmless for reports and mails, in which a program may turn them into links: {@code 203[.]0[.]113[.]9},
 * {@code 2001[:]db8[:][:]1}.
 */
public final class Defang {

    private Defang() {}

    /** The text with the separators of every address in brackets; ports and words stay as they are. */
    public static String address(String address) {
        return address.indexOf(':') >= 0
                ? address.replace(":", "[:]").replace(".", "[.]")
                : address.replace(".", "[.]");
    }
}
