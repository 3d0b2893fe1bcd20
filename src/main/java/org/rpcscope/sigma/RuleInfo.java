package org.rpcscope.sigma;

import java.util.List;

/**
 * What a rule says about itself (Sigma 2.1, "Rules"). Texts that the rule leaves out are empty.
 *
 * @param id the UUID, in lower case
 * @param level {@link Level#INFORMATIONAL} where the rule has none
 * @param file where the rule came from, for people
 * @param yaml the rule's own text, whole, with whatever keys it has besides these
 */
public record RuleInfo(
        String id,
        String title,
        Level level,
        String author,
        String description,
        List<String> tags,
        List<String> falsePositives,
        List<String> references,
        String status,
        String file,
        String yaml) {}
