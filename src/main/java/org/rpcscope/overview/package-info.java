/**
 * What many sessions have in common: how often each value stands in them, and when they were.
 *
 * <p>It may use everything below it. It is pure: no toolkit, no thread of its own; long counts are told of their progress
 * and end early when cancelled.
 *
 * <p>It decides nothing about sessions, and narrows nothing: what it counts is what it is given.
 */
@NullMarked
package org.rpcscope.overview;

import org.jspecify.annotations.NullMarked;
