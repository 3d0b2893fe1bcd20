package org.rpcscope.filter;

import java.util.List;
import org.rpcscope.query.ValueTest;

/** What a filter asks of a session, as a tree. Immutable; any thread. */
public sealed interface Query {

    /** The empty filter, which every session passes. */
    Query EVERYTHING = new All(List.of());

    /** Every part has to hold. */
    record All(List<Query> parts) implements Query {
        public All {
            parts = List.copyOf(parts);
        }

        /** A single part is itself. */
        static Query of(List<Query> parts) {
            return parts.size() == 1 ? parts.getFirst() : new All(parts);
        }
    }

    /**
     * One part has to hold.
     *
     * @param parts at least two
     */
    record Any(List<Query> parts) implements Query {
        public Any {
            parts = List.copyOf(parts);
        }

        static Query of(List<Query> parts) {
            return parts.size() == 1 ? parts.getFirst() : new Any(parts);
        }
    }

    /** The part must not hold. */
    record Not(Query part) implements Query {}

    /**
     * One of the values has to be found in the field.
     *
     * @param values at least one
     */
    record Term(Field field, List<ValueTest> values) implements Query {
        public Term {
            values = List.copyOf(values);
        }
    }
}
