package org.rpcscope.sigma;

/**
 * A rule that can be honoured exactly: whether it matches is what its expression says, with the fields by their native
 * names.
 */
public record Rule(RuleInfo info, LogSource logSource, Expression expression) {}
