/**
 * Reads the event logs of Windows in every form in which they are handed over: the log files themselves, exported XML, and
 * the JSON of the usual shippers. All forms become one kind of record, and one mapping makes sessions and events of it.
 *
 * <p>It may use the layers below and what {@code logs} offers to its readers.
 *
 * <p>It renders nothing: what a record says is looked up when somebody asks for it.
 */
@NullMarked
package org.rpcscope.logs.windows;

import org.jspecify.annotations.NullMarked;
