package org.rpcscope.tuning;

import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;

/**
 * What is wrong with one line of a list of networks.
 *
 * @param list the list
 * @param index the place of the line in its list, from 0
 * @param sentence what is wrong, in words for the analyst
 * @param fix what would most likely mend it, or null where that cannot be said
 */
public record Fault(
        NetworkList list,
        int index,
        String sentence,
        @Nullable Fix fix) {

    /** What can be done about a fault. */
    public sealed interface Fix permits Use, Remove {}

    /** Write this network instead. */
    public record Use(Cidr network) implements Fix {}

    /** Take the line out: it adds nothing. */
    public record Remove() implements Fix {}
}
