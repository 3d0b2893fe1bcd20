package org.rpcscope.cases;

import java.util.Arrays;
import java.util.Collection;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.Mark;
import org.rpcscope.session.Status;
import org.rpcscope.session.Verdict;

/** Marks as they stand in a case. What a damaged or foreign case holds is read as far as it is understood. */
final class MarkText {

    private static final String SEPARATOR = "\n";

    private MarkText() {}

    static Mark mark(@Nullable String status, @Nullable String verdict, @Nullable String tags) {
        Status known = named(Status.values(), Status::label, status);
        TreeSet<String> all = new TreeSet<>();
        if (tags != null) {
            Arrays.stream(tags.split(SEPARATOR)).filter(tag -> !tag.isBlank()).forEach(all::add);
        }
        return new Mark(known == null ? Status.NEW : known, named(Verdict.values(), Verdict::label, verdict), all, 0);
    }

    static String tags(Collection<String> tags) {
        return tags.stream().map(tag -> tag.replaceAll("\\s+", " ")).collect(Collectors.joining(SEPARATOR));
    }

    static UUID uuid(@Nullable String text) {
        try {
            return UUID.fromString(String.valueOf(text));
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    private static <E> @Nullable E named(E[] all, Function<E, String> label, @Nullable String name) {
        return Arrays.stream(all)
                .filter(each -> label.apply(each).equals(name))
                .findFirst()
                .orElse(null);
    }
}
