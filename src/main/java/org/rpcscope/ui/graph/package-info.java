/**
 * The graph of hosts in the window: which sessions the table lists, seen as who talks with whom.
 *
 * <p>It may use {@code ui.fx}, {@code graph} and what is below them.
 *
 * <p>It knows no other feature: choosing a node is told to whoever listens, and {@code ui.shell} makes a filter of it.
 */
@NullMarked
package org.rpcscope.ui.graph;

import org.jspecify.annotations.NullMarked;
