/**
 * The pane that explains one session: why it is flagged, zones with their reasons, counters and times.
 *
 * <p>It may use {@code ui.fx} and the layers below {@code ui}.
 *
 * <p>It knows no other feature; {@code ui.shell} joins them.
 */
@NullMarked
package org.rpcscope.ui.inspector;

import org.jspecify.annotations.NullMarked;
