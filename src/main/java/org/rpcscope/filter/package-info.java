/**
 * The language in which an analyst narrows the sessions: from the text of a filter to the sessions that pass it.
 *
 * <p>It may use {@code detect} and everything below it.
 *
 * <p>It is neither a field of the window (that is {@code ui}) nor a rule: a filter changes what is listed, never what is
 * flagged.
 */
@NullMarked
package org.rpcscope.filter;

import org.jspecify.annotations.NullMarked;
