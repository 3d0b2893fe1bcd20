/**
 * Records for others: JSON lines, CSV, tables.
 *
 * <p>It may use everything below it.
 *
 * <p>It chooses nothing: it writes the sessions that it is given, in the shape that the command line promises.
 */
@NullMarked
package org.rpcscope.export;

import org.jspecify.annotations.NullMarked;
