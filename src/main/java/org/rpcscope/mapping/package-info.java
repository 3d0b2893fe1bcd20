/**
 * What the columns of a table mean that no reader knows: guessed from names and content, corrected by the analyst, kept as a
 * file, found again by the names of the columns.
 *
 * <p>It may use {@code net} and {@code input}.
 *
 * <p>It reads the first rows of a table and no more: {@code logs} reads the rest, by a mapping from here.
 */
@NullMarked
package org.rpcscope.mapping;

import org.jspecify.annotations.NullMarked;
