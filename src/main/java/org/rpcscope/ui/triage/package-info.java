/**
 * What the analyst says of sessions: status, verdict, tags and notes, and the case that they are written into.
 *
 * <p>It may use everything below {@code ui}, and {@code ui.fx}; the shell joins it with the other features.
 */
@NullMarked
package org.rpcscope.ui.triage;

import org.jspecify.annotations.NullMarked;
