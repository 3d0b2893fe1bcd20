package org.rpcscope.sigma;

/** A rule that comes with the program, and whether it is on until someone switches it off. */
public record BundledRule(Rule rule, boolean enabledByDefault) {}
