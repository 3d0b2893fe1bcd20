package org.rpcscope.tuning.lists;

import java.util.List;

/**
 * What was found in a text.
 *
 * @param format what the text was taken for
 * @param networks in the order of the text, none twice on the same list
 * @param refused what could not be used, in the order of the text
 */
public record ListText(ListFormat format, List<Listed> networks, List<Refusal> refused) {

    /** Takes copies. */
    public ListText {
        networks = List.copyOf(networks);
        refused = List.copyOf(refused);
    }
}
