package org.rpcscope.tuning.lists;

import org.jspecify.annotations.Nullable;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.NetworkList;

/**
 * A network found in a text.
 *
 * @param line the line of the text, from 1
 * @param list the list that the text puts it on; null where it leaves that open
 */
public record Listed(int line, @Nullable NetworkList list, NetworkEntry entry) {}
