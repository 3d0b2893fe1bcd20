package org.rpcscope.tuning;

/**
 * What is wrong with one line of a list of networks.
 *
 * @param list the list, by its name in {@link org.rpcscope.net.NetworkLine}
 * @param index the place of the line in its list, from 0
 * @param sentence what is wrong, in words for the analyst
 */
public record Fault(String list, int index, String sentence) {}
