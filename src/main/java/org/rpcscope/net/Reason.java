package org.rpcscope.net;

import org.jspecify.annotations.Nullable;

/**
 * Why an address has its zone.
 *
 * @param zone the zone
 * @param network the network that decided, in canonical text; null when none did
 * @param text the reason in words: which list and line, or which registry entry
 */
public record Reason(Zone zone, @Nullable String network, String text) {}
