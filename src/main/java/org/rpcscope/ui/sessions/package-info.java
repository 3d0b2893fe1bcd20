/**
 * The table of sessions.
 *
 * <p>It may use {@code ui.fx} and the layers below {@code ui}.
 *
 * <p>It knows no other feature; {@code ui.shell} joins them.
 */
@NullMarked
package org.rpcscope.ui.sessions;

import org.jspecify.annotations.NullMarked;
