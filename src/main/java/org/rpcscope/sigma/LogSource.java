package org.rpcscope.sigma;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule is about (Sigma 2.1, "logsource"), in lower case; an attribute that the rule leaves out is null. What else a
 * logsource holds, "definition" for one, is for people and stays in the rule's text.
 */
public record LogSource(
        @Nullable String category,
        @Nullable String product,
        @Nullable String service) {

    static final String REGISTRY = "registry_event";

    /** What is stated, for people: product, category and service with slashes between them. */
    public String label() {
        return Stream.of(product, category, service).filter(Objects::nonNull).collect(Collectors.joining("/"));
    }

    /** Whether the other source is this one or something more special: it states all that this one does, and alike. */
    public boolean covers(LogSource other) {
        return covers(category, other.category) && covers(product, other.product) && covers(service, other.service);
    }

    private static boolean covers(@Nullable String attribute, @Nullable String other) {
        return attribute == null || attribute.equals(other);
    }

    /** Whether the two state nothing different: a rule for one may then be about records of the other. */
    public boolean agreesWith(LogSource other) {
        return categoriesAgree(category, other.category)
                && agree(product, other.product)
                && agree(service, other.service);
    }

    /** The category of all changes to the registry holds those of each kind of change. */
    private static boolean categoriesAgree(@Nullable String category, @Nullable String other) {
        boolean registry = category != null && other != null && (category.equals(REGISTRY) || other.equals(REGISTRY));
        return registry ? isRegistry(category) && isRegistry(other) : agree(category, other);
    }

    private static boolean isRegistry(@Nullable String category) {
        return category != null && category.startsWith("registry_");
    }

    private static boolean agree(@Nullable String attribute, @Nullable String other) {
        return attribute == null || other == null || attribute.equals(other);
    }
}
