/**
 * The dialogue in which the analyst says what the columns of a table mean, over its first rows.
 *
 * <p>It may use {@code ui.fx} and the layers below {@code ui}.
 *
 * <p>It knows no other feature; {@code ui.shell} joins them. It reads no table: {@code cases} does, by what was said here.
 */
@NullMarked
package org.rpcscope.ui.columns;

import org.jspecify.annotations.NullMarked;
