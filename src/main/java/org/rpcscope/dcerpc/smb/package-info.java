/**
 * Named pipes of SMB as a carrier of DCE/RPC: how messages are cut out of the stream, which of them go through a pipe, and
 * who logs on.
 *
 * <p>It may use {@code dcerpc.wire}, {@code dcerpc.auth} and the layers below {@code dcerpc}.
 *
 * <p>It reads no PDUs, knows no files of a share, and decrypts nothing. Bytes may be anything; what is open or unanswered is
 * bounded, and data of files is passed over without being kept.
 */
@NullMarked
package org.rpcscope.dcerpc.smb;

import org.jspecify.annotations.NullMarked;
