/**
 * The command line: the same engine without a window.
 *
 * <p>It may use every layer below.
 *
 * <p>It does not know JavaFX and does not build readers and engines itself; {@code app} hands them to it.
 */
@NullMarked
package org.rpcscope.cli;

import org.jspecify.annotations.NullMarked;
