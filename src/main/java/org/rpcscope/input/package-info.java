/**
 * Bytes and where they come from: files, compressed files, archives, standard input; which format they hold ({@code
 * InputFormat}), where a record stands ({@code Origin}), what was wrong with it ({@code Problem}).
 *
 * <p>It may use the decompressors, and {@code job} for the progress of a reader.
 *
 * <p>It is not a parser: what the bytes mean is for {@code capture} and {@code logs}. Bad bytes are problems here,
 * never exceptions.
 */
@NullMarked
package org.rpcscope.input;

import org.jspecify.annotations.NullMarked;
