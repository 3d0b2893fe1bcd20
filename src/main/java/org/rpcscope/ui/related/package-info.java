/**
 * What else happened on the host of the chosen session, before and after: records of logs that are no sessions.
 *
 * <p>It may use {@code ui.fx} and the layers below {@code ui}.
 *
 * <p>It knows no other feature; {@code ui.shell} joins them.
 */
@NullMarked
package org.rpcscope.ui.related;

import org.jspecify.annotations.NullMarked;
