package org.rpcscope.sigma;

import java.util.List;

/**
 * A document that cannot be honoured exactly, and is therefore not used at all.
 *
 * @param line where the document starts, from 1
 * @param title the rule's title, or empty
 * @param faults everything that is wrong, in the order of lines, each as {@code line N: what}
 */
public record RejectedRule(String file, int line, String title, List<String> faults) {}
