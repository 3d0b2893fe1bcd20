/**
 * What security tokens give away in clear: who signs in, with which mechanism, to what.
 *
 * <p>It may use {@code rpc}.
 *
 * <p>It neither checks nor breaks anything: challenges, responses, tickets and hashes are stepped over and never kept.
 * Bytes may be anything.
 */
@NullMarked
package org.rpcscope.dcerpc.auth;

import org.jspecify.annotations.NullMarked;
