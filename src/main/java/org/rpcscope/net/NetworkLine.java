package org.rpcscope.net;

/**
 * A network that the analyst has put on one of two lists.
 *
 * @param cidr the addresses
 * @param list {@code "internal"}, or {@code "external"} for addresses that are external in spite of another line or of
 *     their special purpose
 * @param origin where the line stands, in words, such as {@code "profile, line 3"} or {@code "default"}
 * @param comment the analyst's note, may be empty
 */
public record NetworkLine(Cidr cidr, String list, String origin, String comment) {
    /** The list of own networks. */
    public static final String INTERNAL = "internal";

    /** The list of networks that are external whatever else is said of them. */
    public static final String EXTERNAL = "external";

    /** Refuses a list that is neither of the two. */
    public NetworkLine {
        if (!list.equals(INTERNAL) && !list.equals(EXTERNAL)) {
            throw new IllegalArgumentException("no such list: " + list);
        }
    }

    /** The zone that this line gives to its addresses. */
    public Zone zone() {
        return list.equals(INTERNAL) ? Zone.INTERNAL : Zone.EXTERNAL;
    }
}
