/**
 * The map of addresses: where the addresses of the sessions lie, IPv4 on a Hilbert curve and IPv6 as an icicle, what is
 * at a point of the picture, and which networks a painted part of it is.
 *
 * <p>It may use everything below it. It is pure: no toolkit, no thread of its own; a window hands it pixels to fill and
 * colours to fill them with.
 *
 * <p>It changes nothing: what the analyst paints becomes a list of networks, and {@code tuning} makes a draft of it.
 */
@NullMarked
package org.rpcscope.addressmap;

import org.jspecify.annotations.NullMarked;
