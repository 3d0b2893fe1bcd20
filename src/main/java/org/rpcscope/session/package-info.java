/**
 * What was observed, as columns: observations, the sessions that group them, tier and outcome, the rows shown of them,
 * and log events that are no sessions.
 *
 * <p>It may use the layers below: {@code net}, {@code job}, {@code input}, {@code query}, {@code rpc}, {@code stream}.
 *
 * <p>It reads no file and judges nothing: readers write into it, {@code detect} draws conclusions from it.
 */
@NullMarked
package org.rpcscope.session;

import org.jspecify.annotations.NullMarked;
