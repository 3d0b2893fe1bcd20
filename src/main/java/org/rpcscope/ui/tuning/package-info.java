/**
 * The panel in which the boundary of "internal" is moved, with the effect of each change before it is applied.
 *
 * <p>It may use {@code ui.fx} and the layers below {@code ui}.
 *
 * <p>It knows no other feature; {@code ui.shell} joins them. It computes no effect itself: {@code detect} does.
 */
@NullMarked
package org.rpcscope.ui.tuning;

import org.jspecify.annotations.NullMarked;
