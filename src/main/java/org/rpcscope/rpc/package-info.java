/**
 * What was learned about a DCE/RPC conversation, as records: bindings, operations, authentication, announcements; and
 * the tables of interfaces and operations.
 *
 * <p>It may use {@code net}, {@code job} and {@code input}.
 *
 * <p>It is not a decoder: bytes become these records in {@code dcerpc}, lines of a log in {@code logs}.
 */
@NullMarked
package org.rpcscope.rpc;

import org.jspecify.annotations.NullMarked;
