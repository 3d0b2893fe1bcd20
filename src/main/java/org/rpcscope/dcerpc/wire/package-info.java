/**
 * The DCE/RPC protocols: PDUs of version 5 and 4, associations with their contexts and calls, and the summing up to an
 * {@link org.rpcscope.rpc.Conversation}.
 *
 * <p>It may use {@code dcerpc.stub} and {@code dcerpc.auth}, and the layers below {@code dcerpc}.
 *
 * <p>It does not know what carries an association: TCP, a named pipe or HTTP feed it bytes of a client and a server. Bytes
 * may be anything; nothing here throws for them, and nothing on the way of bulk data makes an object for a PDU.
 */
@NullMarked
package org.rpcscope.dcerpc.wire;

import org.jspecify.annotations.NullMarked;
