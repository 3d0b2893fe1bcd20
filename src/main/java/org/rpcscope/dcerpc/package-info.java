/**
 * DCE/RPC on the wire: PDUs, presentation contexts, the endpoint mapper, DCOM bindings, and what the authentication
 * trailer gives away.
 *
 * <p>It may use the layers below; it implements {@code stream} and fills the records of {@code rpc}.
 *
 * <p>It knows neither packets nor files, and it does not decrypt. Bytes may be anything; lengths are checked before
 * memory is taken.
 */
@NullMarked
package org.rpcscope.dcerpc;

import org.jspecify.annotations.NullMarked;
