/**
 * The rules and the exceptions: the lists in the tuning panel, the window in which they are written, and why a rule matches a
 * session.
 *
 * <p>It may use the layers below, and {@code ui.fx}; {@code ui.shell} joins it to the draft of the profile.
 *
 * <p>It evaluates nothing on the window's thread but one rule for one session.
 */
@NullMarked
package org.rpcscope.ui.rules;

import org.jspecify.annotations.NullMarked;
