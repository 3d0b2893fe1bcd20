package org.rpcscope.tuning.lists;

import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;

/**
 * A part of a text that is no network that can be used.
 *
 * @param line the line of the text, from 1
 * @param text what stands there, cut where it is long
 * @param reason what is wrong, in words for the analyst
 * @param suggestion the network that was probably meant, or null
 */
public record Refusal(
        int line, String text, String reason, @Nullable Cidr suggestion) {}
