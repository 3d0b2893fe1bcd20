/**
 * Work that takes long: jobs with progress, cancellation and partial results, and the runners that carry them out.
 *
 * <p>It may use the JDK and nothing else of this program. Threads are made here and nowhere else.
 *
 * <p>It is not a user interface: it does not know JavaFX, and what reaches the screen is carried there by an adapter
 * of {@code ui.fx}.
 */
@NullMarked
package org.rpcscope.job;

import org.jspecify.annotations.NullMarked;
