/**
 * The internal hosts that speak RPC to the outside, ranked, and the story of each in time.
 *
 * <p>It may use {@code ui.fx} and the layers below {@code ui}.
 *
 * <p>It knows no other feature; {@code ui.shell} joins them. What a host's score is made of is said in {@code detect}.
 */
@NullMarked
package org.rpcscope.ui.hosts;

import org.jspecify.annotations.NullMarked;
