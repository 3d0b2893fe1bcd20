package org.rpcscope.detect;

import org.rpcscope.net.Cidr;
import org.rpcscope.tuning.NetworkList;

/**
 * A change of the boundary that what was seen speaks for. It is never made by itself.
 *
 * @param kind what speaks for it
 * @param list the list on which the network would be put
 * @param network as narrow as what was seen allows
 * @param reason what was seen, in words, with the numbers
 * @param weight how many sessions speak for it: the more, the earlier it is shown
 */
public record Suggestion(Kind kind, NetworkList list, Cidr network, String reason, long weight) {

    /** What speaks for a suggestion. */
    public enum Kind {
        /** A block of a special purpose in which hosts are at work. */
        SPECIAL_IN_USE,
        /** Hosts that use many internal servers, and are answered. */
        BEHAVES_AS_INTERNAL,
        /** Hosts that were seen going out to the Internet, so that they stand on this side of it. */
        GOES_OUT,
        /** A server of a private name. */
        PRIVATE_NAME,
        /** A destination that so many hosts use that it is a service. */
        SERVICE
    }
}
