/**
 * Sigma rules: YAML to a syntax tree, the modifiers, and the evaluation over columns and over single events.
 *
 * <p>It may use the layers below, {@code query} and {@code session} above all.
 *
 * <p>It does not know which rules are switched on, nor who is excepted (that is {@code tuning}). A rule that it cannot
 * carry out exactly is rejected with every fault, never made broader.
 */
@NullMarked
package org.rpcscope.sigma;

import org.jspecify.annotations.NullMarked;
