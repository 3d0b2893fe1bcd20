/**
 * The answers that give ports away: towers of the endpoint mapper and string bindings of DCOM, read from the stub data of
 * responses.
 *
 * <p>It may use {@code net} and {@code rpc}.
 *
 * <p>It is not a general decoder of NDR: it reads the few operations that announce something, and of these only what
 * leads to an address. Bytes may be anything; what cannot be read is left out, and what came before it stays.
 */
@NullMarked
package org.rpcscope.dcerpc.stub;

import org.jspecify.annotations.NullMarked;
