/**
 * The frame of the window: menus, layout, status, and the joining of the features to one another.
 *
 * <p>It may use every feature of {@code ui}.
 *
 * <p>It is no feature itself: what belongs to one feature alone stays in its package.
 */
@NullMarked
package org.rpcscope.ui.shell;

import org.jspecify.annotations.NullMarked;
