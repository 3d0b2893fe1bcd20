/**
 * Starts the program and builds every object, by constructor.
 *
 * <p>It may use everything.
 *
 * <p>It holds no logic beyond the choice of what to build, and nothing imports it.
 */
@NullMarked
package org.rpcscope.app;

import org.jspecify.annotations.NullMarked;
