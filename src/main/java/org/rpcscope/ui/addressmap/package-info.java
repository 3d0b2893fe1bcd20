/**
 * The map of addresses in the window: IPv4 as a square of cells, IPv6 as an icicle; what is chosen there can be put on a
 * list of networks.
 *
 * <p>It may use {@code ui.fx}, {@code addressmap} and what is below them.
 *
 * <p>It knows no other feature: what is to become of the chosen networks is told to whoever listens, and {@code ui.shell}
 * makes a draft of it.
 */
@NullMarked
package org.rpcscope.ui.addressmap;

import org.jspecify.annotations.NullMarked;
