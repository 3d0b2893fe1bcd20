/**
 * Addresses and what they mean: IPv4 and IPv6 in one 128-bit value, networks in CIDR form, longest match over them,
 * IANA's special-purpose blocks, and the three zones that the analyst's lists make of the address space.
 *
 * <p>Everything here is an immutable value, safe to read from any thread. It uses the JDK alone and knows nothing of
 * sessions, files or windows. It is not a resolver: no name is looked up and no socket opened, and
 * {@link java.net.InetAddress} is not used, since its predicates disagree with the registries (fc00::/7 is not
 * site-local to it).
 */
@NullMarked
package org.rpcscope.net;

import org.jspecify.annotations.NullMarked;
