/**
 * Addresses and networks: IPv4 and IPv6 as one 128-bit value, CIDR, prefix sets, the IANA special-purpose registries,
 * the zones of an address with the reason, Community ID.
 *
 * <p>It may use the JDK and nothing else of this program.
 *
 * <p>It is not a resolver: no name is looked up and no socket is opened here or anywhere else. It knows neither
 * captures nor sessions; an address here has no history.
 */
@NullMarked
package org.rpcscope.net;

import org.jspecify.annotations.NullMarked;
