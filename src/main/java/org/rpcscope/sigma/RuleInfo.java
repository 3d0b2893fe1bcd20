package org.rpcscope.sigma;

import java.util.List;
import java.util.Locale;

/**
 * What a rule says about itself (Sigma 2.1, "Rules"). Texts that the rule leaves out are empty.
 *
 * @param id the UUID, in lower case
 * @param level {@link Level#INFORMATIONAL} where the rule has none
 * @param file where the rule came from, for people
 * @param yaml the rule's own text, whole, with whatever keys it has besides these
 * @param name the short name by which correlation rules and filters may know it
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
        String yaml,
        String name) {

    /** Whether others mean this rule when they say this: its id or its name. */
    public boolean isCalled(String reference) {
        return (!id.isEmpty() && id.equals(reference.toLowerCase(Locale.ROOT)))
                || (!name.isEmpty() && name.equals(reference));
    }
}
