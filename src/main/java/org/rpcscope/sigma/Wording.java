package org.rpcscope.sigma;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.rpcscope.query.ValueTest;

/** What questions ask, in words that follow the name of a field. */
final class Wording {

    /** Longer lists are cut. */
    private static final int MOST = 5;

    private Wording() {}

    static String of(ValueTest test) {
        return switch (test) {
            case AnyTest(List<ValueTest> tests) -> {
                String some = tests.stream().limit(MOST).map(Wording::of).collect(Collectors.joining(", or "));
                yield tests.size() > MOST ? some + ", or " + (tests.size() - MOST) + " more" : some;
            }
            case TextTest(Glob glob, boolean cased) -> "is '" + glob + '\'' + (cased ? " in this case" : "");
            case RegexTest regex -> "holds a match of /" + regex.pattern().pattern() + '/';
            case CidrTest(var network) -> "is in " + network;
            case NumberTest number ->
                sign(number.comparison()) + NumberTest.decimal(number.number()).toPlainString();
            case TimePartTest(TimePartTest.Part part, long wanted) ->
                "has the " + part.name().toLowerCase(Locale.ROOT) + ' ' + wanted;
            case PresenceTest(boolean wanted) -> wanted ? "exists" : "does not exist";
            case NullTest _ -> "is null";
            default -> test.toString();
        };
    }

    static String of(Expression.FieldPair pair) {
        String relation = switch (pair.relation()) {
            case EQUALS -> " is the same as ";
            case CONTAINS -> " contains ";
            case STARTS_WITH -> " starts with ";
            case ENDS_WITH -> " ends with ";
        };
        return pair.field() + relation + pair.other() + (pair.cased() ? " in this case" : "");
    }

    private static String sign(NumberTest.Comparison comparison) {
        return switch (comparison) {
            case EQUAL -> "= ";
            case LESS -> "< ";
            case LESS_OR_EQUAL -> "<= ";
            case GREATER -> "> ";
            case GREATER_OR_EQUAL -> ">= ";
        };
    }
}
