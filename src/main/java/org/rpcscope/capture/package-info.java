/**
 * Reads packet captures: pcap and pcapng, the link and network layers, transport tracking and reassembly.
 *
 * <p>It may use the layers below, {@code session} and {@code stream} above all.
 *
 * <p>It knows no DCE/RPC (see {@code dcerpc}) and no rule. A capture may hold anything: it is read to its first
 * impossible record, and what is wrong becomes a problem, never an exception.
 */
@NullMarked
package org.rpcscope.capture;

import org.jspecify.annotations.NullMarked;
