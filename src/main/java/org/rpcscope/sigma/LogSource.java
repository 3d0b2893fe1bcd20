package org.rpcscope.sigma;

import org.jspecify.annotations.Nullable;

/**
 * What a rule is about (Sigma 2.1, "logsource"), in lower case; an attribute that the rule leaves out is null. What else a
 * logsource holds, "definition" for one, is for people and stays in the rule's text.
 */
public record LogSource(
        @Nullable String category,
        @Nullable String product,
        @Nullable String service) {}
