/**
 * Reads the logs of firewalls: a small decoder for each make, with the document of its vendor that it follows.
 *
 * <p>It may use the layers below, and the package above for lines, times, and the record of one connection.
 *
 * <p>Where a firewall translates addresses, the source is the one before translation, and the destination the one that the
 * firewall names without further words. A service that a firewall derives from the port is no evidence of DCE/RPC.
 */
@NullMarked
package org.rpcscope.logs.firewall;

import org.jspecify.annotations.NullMarked;
