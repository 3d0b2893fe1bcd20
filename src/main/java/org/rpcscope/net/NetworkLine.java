package org.rpcscope.net;

import java.util.Set;

/**
 * A network that the analyst has put on one of three lists.
 *
 * @param cidr the addresses
 * @param list {@link #INTERNAL}, {@link #EXTERNAL} or {@link #PARTNER}
 * @param origin where the line stands, in words, such as {@code "profile, line 3"} or {@code "default"}
 * @param comment the analyst's note, may be empty
 * @param owner whose network it is, may be empty
 */
public record NetworkLine(Cidr cidr, String list, String origin, String comment, String owner) {
    /** The list of own networks. */
    public static final String INTERNAL = "internal";

    /** The list of networks that are external whatever else is said of them. */
    public static final String EXTERNAL = "external";

    /** The list of known destinations. They are external as well: being known hides nothing. */
    public static final String PARTNER = "partner";

    private static final Set<String> LISTS = Set.of(INTERNAL, EXTERNAL, PARTNER);

    /** Refuses a list that is none of the three. */
    public NetworkLine {
        if (!LISTS.contains(list)) {
            throw new IllegalArgumentException("no such list: " + list);
        }
    }

    /** A line that names no owner. */
    public NetworkLine(Cidr cidr, String list, String origin, String comment) {
        this(cidr, list, origin, comment, "");
    }

    /** The zone that this line gives to its addresses. */
    public Zone zone() {
        return standing().zone();
    }

    /** What this line makes of its addresses. */
    public Standing standing() {
        return switch (list) {
            case INTERNAL -> Standing.INTERNAL;
            case PARTNER -> Standing.PARTNER;
            default -> Standing.EXTERNAL;
        };
    }

    /** Whose it is and what for, as far as that is written: {@code "Contoso, payroll"}. */
    public String about() {
        String who = owner.strip();
        String what = comment.strip();
        return who.isEmpty() || what.isEmpty() ? who + what : who + ", " + what;
    }

    /** Why an address of this line has its zone. */
    String reason() {
        String about = about();
        if (list.equals(PARTNER)) {
            return "partner" + (about.isEmpty() ? "" : ": " + about) + " (" + origin + ")";
        }
        return "list \"" + list + "\", " + origin + (about.isEmpty() ? "" : " (" + about + ")");
    }
}
