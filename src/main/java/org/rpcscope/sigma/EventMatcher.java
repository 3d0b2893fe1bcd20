package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.ValueTest;

/**
 * Asks the rules of an index about events. Equal items of different rules are asked once an event, and values are folded
 * once. The answers are those of {@link EventEvaluator}. For one thread at a time.
 */
public final class EventMatcher {

    private static final int MAX_SOURCES = 1000;

    /** So many fields are asked for one by one; with more it is cheaper to go through all that an event has. */
    private static final int FEW_FIELDS = 16;

    private final RuleIndex index;
    private final Question[] questions;
    private final List<String> fields = new ArrayList<>();
    private final List<Question.Leaf> leaves = new ArrayList<>();
    private final Map<LogSource, Route> routes = new HashMap<>();
    private final long[] candidates;
    private final int[] answeredAt;
    private final boolean[] answers;
    private final int[] readAt;
    private final FoldedValue[][] values;
    private int now;
    private Event event = Event.of(Map.of());

    public EventMatcher(RuleIndex index) {
        this.index = index;
        List<Rule> rules = index.rules();
        Compiler compiler = new Compiler();
        questions = new Question[rules.size()];
        for (int i = 0; i < questions.length; i++) {
            questions[i] = compiler.compile(rules.get(i).expression());
        }
        candidates = new long[(questions.length + 63) >>> 6];
        answeredAt = new int[leaves.size()];
        answers = new boolean[leaves.size()];
        readAt = new int[fields.size()];
        values = new FoldedValue[fields.size()][];
    }

    /**
     * What events of a source are asked.
     *
     * @param rules the bits of those that may be about them
     * @param fields the ones to look these up in; null for all
     */
    private record Route(BitSet rules, String @Nullable [] fields) {}

    /** An expression with its items and fields numbered. */
    private sealed interface Question {

        record All(Question[] parts) implements Question {}

        record Any(Question[] parts) implements Question {}

        record None(Question part) implements Question {}

        record Constant(boolean value) implements Question {}

        /** @param field the number of the field, or -1 where the expression is asked as a whole */
        record Leaf(int number, int field, Expression expression) implements Question {}
    }

    /** A value with its text folded, if anyone asks for it. */
    private static final class FoldedValue {

        private final Value value;
        private String folded = "";
        private boolean known;

        FoldedValue(Value value) {
            this.value = value;
        }

        boolean passes(ValueTest test) {
            return switch (test) {
                case AnyTest(List<ValueTest> tests) -> {
                    boolean any = false;
                    for (int i = 0; !any && i < tests.size(); i++) {
                        any = passes(tests.get(i));
                    }
                    yield any;
                }
                case TextTest(Glob glob, boolean cased)
                when !cased && value.text() != null -> glob.matchesExactly(folded());
                default -> value.passes(test);
            };
        }

        private String folded() {
            String text = value.text();
            if (!known && text != null) {
                folded = Folding.fold(text);
                known = true;
            }
            return folded;
        }
    }

    /** Numbers the items and fields of all rules. */
    private final class Compiler {

        private final Map<String, Integer> fieldNumbers = new HashMap<>();
        private final Map<Expression, Question.Leaf> known = new HashMap<>();

        Question compile(Expression expression) {
            return switch (expression) {
                case Expression.And(List<Expression> parts) -> new Question.All(all(parts));
                case Expression.Or(List<Expression> parts) -> new Question.Any(all(parts));
                case Expression.Not(Expression part) -> new Question.None(compile(part));
                case Expression.Search(String _, Expression part) -> compile(part);
                case Expression.SomeOperation(Expression part) -> compile(part); // a record of a log is one operation
                case Expression.Always(boolean value) -> new Question.Constant(value);
                case Expression.Item item -> leaf(item, number(item.field()));
                case Expression.AnyField _, Expression.FieldPair _ -> leaf(expression, -1);
            };
        }

        private Question[] all(List<Expression> parts) {
            return parts.stream().map(this::compile).toArray(Question[]::new);
        }

        private Question leaf(Expression expression, int field) {
            return known.computeIfAbsent(expression, _ -> {
                Question.Leaf leaf = new Question.Leaf(leaves.size(), field, expression);
                leaves.add(leaf);
                return leaf;
            });
        }

        private int number(String field) {
            return fieldNumbers.computeIfAbsent(field, _ -> {
                fields.add(field);
                return fields.size() - 1;
            });
        }
    }

    /**
     * The rules that match an event, in the order of the index.
     *
     * @param source what is known of where the event comes from: rules that state something different are not asked
     */
    public List<Rule> matches(LogSource source, Event event) {
        Route route = routes.get(source);
        if (route == null) {
            route = route(source);
        }
        if (route.rules.isEmpty()) {
            return List.of();
        }
        this.event = event;
        now++;
        Arrays.fill(candidates, 0);
        if (route.fields != null) {
            index.candidates(event, route.fields, candidates);
        } else {
            index.candidates(event, candidates);
        }
        List<Rule> matching = new ArrayList<>();
        for (int word = 0; word < candidates.length; word++) {
            for (long rest = candidates[word]; rest != 0; rest &= rest - 1) {
                int rule = (word << 6) + Long.numberOfTrailingZeros(rest);
                if (route.rules.get(rule) && holds(questions[rule])) {
                    matching.add(index.rules().get(rule));
                }
            }
        }
        return matching;
    }

    private Route route(LogSource source) {
        BitSet rules = new BitSet(questions.length);
        for (int i = 0; i < questions.length; i++) {
            rules.set(i, index.rules().get(i).logSource().agreesWith(source));
        }
        Set<String> asked = index.fieldsOf(rules);
        String[] fields = asked == null || asked.size() > FEW_FIELDS ? null : asked.toArray(String[]::new);
        Route route = new Route(rules, fields);
        if (routes.size() >= MAX_SOURCES) {
            routes.clear();
        }
        routes.put(source, route);
        return route;
    }

    private boolean holds(Question question) {
        return switch (question) {
            case Question.All(Question[] parts) -> {
                boolean all = true;
                for (int i = 0; all && i < parts.length; i++) {
                    all = holds(parts[i]);
                }
                yield all;
            }
            case Question.Any(Question[] parts) -> {
                boolean any = false;
                for (int i = 0; !any && i < parts.length; i++) {
                    any = holds(parts[i]);
                }
                yield any;
            }
            case Question.None(Question part) -> !holds(part);
            case Question.Constant(boolean value) -> value;
            case Question.Leaf leaf -> holds(leaf);
        };
    }

    private boolean holds(Question.Leaf leaf) {
        int number = leaf.number();
        if (answeredAt[number] != now) {
            answeredAt[number] = now;
            answers[number] = leaf.expression() instanceof Expression.Item(String _, ValueTest test)
                    ? passes(leaf.field(), test)
                    : EventEvaluator.matches(leaf.expression(), event);
        }
        return answers[number];
    }

    private boolean passes(int field, ValueTest test) {
        if (readAt[field] != now) {
            readAt[field] = now;
            values[field] = event.values(fields.get(field)).stream()
                    .map(FoldedValue::new)
                    .toArray(FoldedValue[]::new);
        }
        FoldedValue[] all = values[field];
        for (FoldedValue value : all) {
            if (value.passes(test)) {
                return true;
            }
        }
        return all.length == 0 && test.absent();
    }
}
