package org.rpcscope.sigma;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a rule matches an event or does not: the tree of its condition with the answer of every part, also of those that
 * did not have to be asked.
 */
public sealed interface Explanation {

    /** Whether this part holds. */
    boolean holds();

    /** Holds if all parts do. */
    record All(List<Explanation> parts, boolean holds) implements Explanation {}

    /** Holds if one of the parts does. */
    record Any(List<Explanation> parts, boolean holds) implements Explanation {}

    /** Holds if the part does not. */
    record None(Explanation part) implements Explanation {
        @Override
        public boolean holds() {
            return !part.holds();
        }
    }

    /** A search by its name, or a filter by its title. */
    record Search(String name, Explanation part) implements Explanation {
        @Override
        public boolean holds() {
            return part.holds();
        }
    }

    /** A part that is the same for every event. */
    record Constant(boolean holds) implements Explanation {}

    /**
     * One question about the event.
     *
     * @param question in words, with the native names of fields
     * @param field the field that is asked about, empty for any
     * @param values what the field has; for a question about any field what passed
     * @param decided the value that passed, or null
     */
    record Asked(
            String question,
            String field,
            Reason reason,
            List<Value> values,
            @Nullable Value decided) implements Explanation {
        @Override
        public boolean holds() {
            return reason == Reason.PASSED || reason == Reason.ABSENT_PASSED;
        }
    }

    /** Why a question was answered so. */
    enum Reason {
        /** A value passed. */
        PASSED,
        /** The field is absent, which is what was asked for. */
        ABSENT_PASSED,
        /** The field is absent. */
        ABSENT,
        /** No value passed. */
        DIFFERENT,
        /** No value passed, but one would if the case did not matter. */
        CASE
    }
}
