/**
 * What an analyst sets: the lists of networks, the exceptions, which rules are on; kept in a profile.
 *
 * <p>It may use the layers below.
 *
 * <p>It is pure: it evaluates no rule, reads no file by itself, and knows no window. What a change adds and removes is
 * computed in {@code detect}.
 */
@NullMarked
package org.rpcscope.tuning;

import org.jspecify.annotations.NullMarked;
