/**
 * Reads flow records: of clouds, and of NetFlow and IPFIX collectors as text.
 *
 * <p>It may use the layers below, and the package above for lines, times, and the record of one connection.
 *
 * <p>A flow record tells of one way, or of both ways, for some time. The records of one conversation become one session;
 * one in each direction is an answer. Which end opened it is often a guess from the ports. Bytes count headers too.
 */
@NullMarked
package org.rpcscope.logs.flow;

import org.jspecify.annotations.NullMarked;
