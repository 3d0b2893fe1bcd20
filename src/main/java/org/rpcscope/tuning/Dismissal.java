package org.rpcscope.tuning;

/**
 * A suggestion that the analyst has turned down, so that it is not made again.
 *
 * @param list the list on which the network was to be put, such as {@link org.rpcscope.net.NetworkLine#PARTNER}
 * @param cidr the network, in canonical text
 * @param note why, in the analyst's words, may be empty
 */
public record Dismissal(String list, String cidr, String note) {

    /** Whether this is about putting that network on that list. */
    public boolean about(String otherList, String otherCidr) {
        return list.equals(otherList) && cidr.equals(otherCidr);
    }
}
