package org.rpcscope.detect;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.FieldNames;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.ObservationColumns;
import org.rpcscope.session.Session;
import org.rpcscope.sigma.LogSource;
import org.rpcscope.sigma.Rule;

/**
 * The text of an exception for what one session has in common with others: a Sigma filter for each log source of the rules
 * that it is about, in the names that the log source has for fields.
 *
 * @param rules what it is about; at least one
 */
public record ExceptionProposal(Session session, List<Rule> rules) {

    private static final FieldNames NAMES = FieldNames.load();

    /** What the sessions have in common that are to be excepted. */
    public enum Scope {
        DESTINATION,
        DESTINATION_AND_PORT,
        HOST_PAIR,
        SOURCE,
        INTERFACE,
        USER
    }

    /** What can be excepted: interfaces and users only where some are known. */
    public List<Scope> scopes() {
        List<Scope> scopes = new ArrayList<>();
        for (Scope scope : Scope.values()) {
            if (fields(scope).values().stream().noneMatch(List::isEmpty)) {
                scopes.add(scope);
            }
        }
        return scopes;
    }

    /**
     * The YAML of the exception.
     *
     * @param author the analyst, may be empty
     * @param day on which it is written
     */
    public String yaml(Scope scope, String author, LocalDate day) {
        Map<LogSource, List<Rule>> bySource =
                rules.stream().collect(Collectors.groupingBy(Rule::logSource, LinkedHashMap::new, Collectors.toList()));
        return bySource.entrySet().stream()
                .map(entry -> document(scope, entry.getKey(), entry.getValue(), author, day))
                .collect(Collectors.joining("---\n"));
    }

    private String document(Scope scope, LogSource source, List<Rule> about, String author, LocalDate day) {
        StringBuilder text = new StringBuilder();
        line(text, "title: " + quoted(title(scope)));
        line(text, "status: experimental");
        line(text, "description: " + quoted("Why this is fine"));
        if (!author.isBlank()) {
            line(text, "author: " + quoted(author));
        }
        line(text, "date: " + day);
        line(text, "expires: " + day.plusYears(1));
        line(text, "logsource:");
        attribute(text, "category", source.category());
        attribute(text, "product", source.product());
        attribute(text, "service", source.service());
        line(text, "filter:");
        if (about.stream().allMatch(rule -> rule.info().id().isEmpty())) {
            line(text, "    rules: any");
        } else {
            line(text, "    rules:");
            about.stream()
                    .filter(rule -> !rule.info().id().isEmpty())
                    .forEach(rule -> line(
                            text,
                            "        - " + quoted(rule.info().id()) + " # "
                                    + oneLine(rule.info().title())));
        }
        line(text, "    selection:");
        fields(scope).forEach((field, values) -> {
            String name = NAMES.nameIn(source.category(), source.product(), source.service(), field);
            if (values.size() == 1) {
                line(text, "        " + name + ": " + value(field, values.getFirst()));
            } else {
                line(text, "        " + name + ":");
                values.forEach(value -> line(text, "            - " + value(field, value)));
            }
        });
        line(text, "    condition: not selection");
        return text.toString();
    }

    private Map<String, List<String>> fields(Scope scope) {
        Session.Ends ends = session.ends();
        Map<String, List<String>> fields = new LinkedHashMap<>();
        if (scope == Scope.HOST_PAIR || scope == Scope.SOURCE) {
            fields.put("source.ip", List.of(ends.source().toString()));
        }
        if (scope == Scope.DESTINATION || scope == Scope.DESTINATION_AND_PORT || scope == Scope.HOST_PAIR) {
            fields.put("destination.ip", List.of(ends.destination().toString()));
        }
        if (scope == Scope.DESTINATION_AND_PORT) {
            fields.put("destination.port", List.of(Integer.toString(ends.destinationPort())));
        }
        Conversation said = session.conversation();
        if (scope == Scope.INTERFACE) {
            fields.put(ObservationColumns.INTERFACE, ObservationColumns.interfaces(said));
        }
        if (scope == Scope.USER) {
            fields.put(ObservationColumns.USER, ObservationColumns.users(said));
        }
        return fields;
    }

    private String title(Scope scope) {
        String what = fields(scope).values().stream()
                .map(values -> String.join(", ", values))
                .collect(Collectors.joining(scope == Scope.DESTINATION_AND_PORT ? " port " : " to "));
        return "Except " + (what.length() > 200 ? what.substring(0, 200) + "…" : what);
    }

    /** A user's name may hold what patterns are made of, and must not mean more than itself. */
    private static String value(String field, String value) {
        return switch (field) {
            case "destination.port" -> value;
            case ObservationColumns.USER ->
                quoted(value.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?"));
            default -> quoted(value);
        };
    }

    private static void attribute(StringBuilder text, String name, @Nullable String value) {
        if (value != null) {
            line(text, "    " + name + ": " + value);
        }
    }

    /** In single quotes all that stands on one line means itself, but for the quote. */
    private static String quoted(String text) {
        return "'" + oneLine(text).replace("'", "''") + "'";
    }

    private static String oneLine(String text) {
        StringBuilder safe = new StringBuilder();
        text.codePoints()
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 || isHalf(c) ? '?' : c)
                .forEach(safe::appendCodePoint);
        return safe.toString();
    }

    /** Half of a pair of surrogates is no character. */
    private static boolean isHalf(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
