/**
 * The list of inputs: how far each is read, how fast, what was wrong with it, and the way to stop it.
 *
 * <p>It may use {@code ui.fx} and the layers below {@code ui}.
 *
 * <p>It knows no other feature; {@code ui.shell} joins them. It reads nothing itself: {@code cases} does.
 */
@NullMarked
package org.rpcscope.ui.sources;

import org.jspecify.annotations.NullMarked;
