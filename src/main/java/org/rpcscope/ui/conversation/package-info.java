/**
 * What was said over DCE/RPC in one session: the summary, the ladder of messages, the packets, and what would stop it.
 *
 * <p>It may use {@code ui.fx} and the layers below {@code ui}.
 *
 * <p>It keeps no packets: ladder and packets are read from the file again when somebody looks, as jobs.
 */
@NullMarked
package org.rpcscope.ui.conversation;

import org.jspecify.annotations.NullMarked;
