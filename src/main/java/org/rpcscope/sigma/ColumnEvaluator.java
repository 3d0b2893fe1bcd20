package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rpcscope.query.Column;
import org.rpcscope.query.FieldNames;
import org.rpcscope.query.Verdicts;
import org.rpcscope.session.ObservationColumns;
import org.rpcscope.session.ObservationTable;

/**
 * Evaluates expressions over the rows of one table, a block at a time. Each item is asked once for each distinct value of
 * its column, whatever the number of rows, expressions or calls; equal items of different rules share the answers. For
 * one thread at a time.
 */
public final class ColumnEvaluator {

    private static final int WORDS = Column.BLOCK / Long.SIZE;

    private final ObservationTable table;
    private final Function<String, @Nullable Column> derived;
    private final Map<Expression.Item, Step> items = new HashMap<>();
    private final Map<Expression, Step> bound = new IdentityHashMap<>();
    private final List<long[]> scratch = new ArrayList<>();

    public ColumnEvaluator(ObservationTable table) {
        this(table, _ -> null);
    }

    /**
     * An evaluator that knows further fields.
     *
     * @param derived the column of a field that follows from more than the table, or null where it does not
     */
    public ColumnEvaluator(ObservationTable table, Function<String, @Nullable Column> derived) {
        this.table = table;
        this.derived = derived;
    }

    /** An expression with its columns looked up. */
    private sealed interface Step {

        /** How dear it is to evaluate, for the order of a conjunction: nothing, a look-up a row, a computation a row. */
        int cost();
    }

    private record Rows(Verdicts verdicts, int cost) implements Step {}

    private record Zone(Expression.Item item) implements Step {
        @Override
        public int cost() {
            return 0;
        }
    }

    /** What is asked of one row at a time, as of an event. */
    private record OneByOne(Expression expression) implements Step {
        @Override
        public int cost() {
            return 4;
        }
    }

    private record Constant(boolean value) implements Step {
        @Override
        public int cost() {
            return 0;
        }
    }

    private record All(List<Step> parts, int cost) implements Step {}

    private record Any(List<Step> parts, int cost) implements Step {}

    private record None(Step part) implements Step {
        @Override
        public int cost() {
            return part.cost();
        }
    }

    /**
     * Sets bit i of the words to whether row {@code from + i} matches; words beyond the count are cleared.
     *
     * @param from the first row, a multiple of {@link Column#BLOCK}
     * @param count how many rows, at most a block, all of them published
     * @param zones the answers of the items about zones, which no table has; where one is missing, its field is absent
     * @param words receives a block of bits
     */
    public void evaluate(
            Expression expression, int from, int count, Map<Expression.Item, Boolean> zones, long[] words) {
        Step step = bound.get(expression);
        if (step == null) {
            step = bind(expression);
            bound.put(expression, step);
        }
        new Block(from, count, zones).evaluate(step, words, 0);
    }

    /** The items of an expression that ask about zones, whose answers {@link #evaluate} has to be given. */
    public static Set<Expression.Item> zoneItems(Expression expression) {
        Set<Expression.Item> found = new LinkedHashSet<>();
        collect(expression, found);
        return found;
    }

    private static void collect(Expression expression, Set<Expression.Item> found) {
        switch (expression) {
            case Expression.And(List<Expression> parts) -> parts.forEach(part -> collect(part, found));
            case Expression.Or(List<Expression> parts) -> parts.forEach(part -> collect(part, found));
            case Expression.Not(Expression part) -> collect(part, found);
            case Expression.Search(String _, Expression part) -> collect(part, found);
            case Expression.SomeOperation(Expression part) -> collect(part, found);
            case Expression.Item item when FieldNames.isZone(item.field()) -> found.add(item);
            case Expression.Item _, Expression.AnyField _, Expression.FieldPair _, Expression.Always _ -> {}
        }
    }

    private Step bind(Expression expression) {
        return switch (expression) {
            case Expression.And(List<Expression> parts) -> {
                List<Step> steps = bind(parts);
                yield new All(steps, dearest(steps));
            }
            case Expression.Or(List<Expression> parts) -> {
                List<Step> steps = bind(parts);
                yield new Any(steps, dearest(steps));
            }
            case Expression.Not(Expression part) -> new None(bind(part));
            case Expression.Search(String _, Expression part) -> bind(part);
            case Expression.AnyField _, Expression.FieldPair _, Expression.SomeOperation _ -> new OneByOne(expression);
            case Expression.Item item -> items.computeIfAbsent(item, this::rows);
            case Expression.Always(boolean value) -> new Constant(value);
        };
    }

    private List<Step> bind(List<Expression> parts) {
        return parts.stream()
                .map(this::bind)
                .sorted((a, b) -> Integer.compare(a.cost(), b.cost()))
                .toList();
    }

    private static int dearest(List<Step> steps) {
        return steps.isEmpty() ? 0 : steps.getLast().cost();
    }

    private Step rows(Expression.Item item) {
        if (FieldNames.isZone(item.field())) {
            return new Zone(item);
        }
        Column further = derived.apply(item.field());
        Column column = further != null ? further : ObservationColumns.of(table, item.field());
        return switch (column) {
            case null -> new Constant(item.test().absent());
            case Column.Distinct distinct -> new Rows(new Verdicts(distinct, item.test()), 1);
            case Column.Numbers numbers -> new Rows(new Verdicts(numbers, item.test()), 2);
            case Column.Single single -> new Rows(new Verdicts(single, item.test()), 3);
        };
    }

    private long[] scratch(int depth) {
        while (scratch.size() <= depth) {
            scratch.add(new long[WORDS]);
        }
        return scratch.get(depth);
    }

    /** The rows of one call. */
    private final class Block {

        private final int from;
        private final int count;
        private final Map<Expression.Item, Boolean> zones;
        private final int used;

        Block(int from, int count, Map<Expression.Item, Boolean> zones) {
            this.from = from;
            this.count = count;
            this.zones = zones;
            this.used = (count + Long.SIZE - 1) / Long.SIZE;
        }

        void evaluate(Step step, long[] words, int depth) {
            switch (step) {
                case Rows rows -> rows.verdicts().fill(from, count, words);
                case Zone zone -> {
                    Boolean given = zones.get(zone.item());
                    constant(given == null ? zone.item().test().absent() : given, words);
                }
                case OneByOne(Expression expression) -> {
                    constant(true, words);
                    keepMatching(expression, words);
                }
                case Constant constant -> constant(constant.value(), words);
                case None none -> {
                    evaluate(none.part(), words, depth);
                    for (int i = 0; i < used; i++) {
                        words[i] = ~words[i];
                    }
                    trim(words);
                }
                case All all -> all(all.parts(), words, depth);
                case Any any -> any(any.parts(), words, depth);
            }
        }

        private void all(List<Step> parts, long[] words, int depth) {
            constant(true, words);
            long[] part = scratch(depth);
            for (int p = 0; p < parts.size() && holdsSome(words); p++) {
                if (parts.get(p) instanceof OneByOne(Expression expression)) {
                    keepMatching(expression, words);
                    continue;
                }
                evaluate(parts.get(p), part, depth + 1);
                for (int i = 0; i < used; i++) {
                    words[i] &= part[i];
                }
            }
        }

        private void any(List<Step> parts, long[] words, int depth) {
            constant(false, words);
            long[] part = scratch(depth);
            for (Step step : parts) {
                evaluate(step, part, depth + 1);
                for (int i = 0; i < used; i++) {
                    words[i] |= part[i];
                }
            }
        }

        /** Clears the bits of the rows that do not match. */
        private void keepMatching(Expression expression, long[] words) {
            if (expression instanceof Expression.SomeOperation && !table.conversed(from / Column.BLOCK)) {
                constant(false, words); // as in most blocks
            }
            for (int i = 0; i < used; i++) {
                for (long rest = words[i]; rest != 0; rest &= rest - 1) {
                    int row = from + (i << 6) + Long.numberOfTrailingZeros(rest);
                    if (!EventEvaluator.matches(expression, new RowEvent(table, row))) {
                        words[i] &= ~Long.lowestOneBit(rest);
                    }
                }
            }
        }

        private boolean holdsSome(long[] words) {
            for (int i = 0; i < used; i++) {
                if (words[i] != 0) {
                    return true;
                }
            }
            return false;
        }

        private void constant(boolean value, long[] words) {
            Arrays.fill(words, 0);
            if (value) {
                Arrays.fill(words, 0, used, -1);
                trim(words);
            }
        }

        /** Clears the bits of the last word in use that belong to no row. */
        private void trim(long[] words) {
            int rest = count % Long.SIZE;
            if (rest != 0) {
                words[used - 1] &= (1L << rest) - 1;
            }
        }
    }
}
