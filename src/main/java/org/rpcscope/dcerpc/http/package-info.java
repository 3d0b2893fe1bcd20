/**
 * HTTP as a carrier of DCE/RPC ({@code ncacn_http}): what goes before the PDUs of a connection to an RPC server's own port,
 * and of the two connections that a proxy makes one of (MS-RPCH).
 *
 * <p>It may use {@code dcerpc.wire}, {@code dcerpc.auth} and the layers below {@code dcerpc}.
 *
 * <p>It is no HTTP client or server: of a head it understands how long the body is and who authenticates, nothing else.
 */
@NullMarked
package org.rpcscope.dcerpc.http;

import org.jspecify.annotations.NullMarked;
