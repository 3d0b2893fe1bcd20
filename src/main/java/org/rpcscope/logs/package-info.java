/**
 * Reads logs, one reader for each format, and gives sessions and events.
 *
 * <p>It may use the layers below.
 *
 * <p>It decides nothing about what is flagged: it only translates what the format says, with the tier that the record
 * itself proves.
 */
@NullMarked
package org.rpcscope.logs;

import org.jspecify.annotations.NullMarked;
