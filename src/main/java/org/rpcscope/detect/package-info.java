/**
 * The engine: joins announcements with sessions, runs rules, scores, and tells what a change of tuning would add and
 * remove.
 *
 * <p>It may use everything below it.
 *
 * <p>It reads no input and draws nothing; the same engine serves the window and {@code scan}.
 */
@NullMarked
package org.rpcscope.detect;

import org.jspecify.annotations.NullMarked;
