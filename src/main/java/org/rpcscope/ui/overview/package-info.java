/**
 * What the listed sessions have in common: values with their counts at the side, and when they were along the top. Both
 * narrow the table by its filter.
 *
 * <p>It may use everything below {@code ui}, and {@code ui.fx}; the shell joins it with the other features.
 */
@NullMarked
package org.rpcscope.ui.overview;

import org.jspecify.annotations.NullMarked;
