package org.rpcscope.sigma;

import java.util.List;
import java.util.Set;

/** What has to hold of a group of events for a correlation rule to fire: its condition. */
public sealed interface Demand {

    /** Whether it may come to hold and cease to as events are added, so that it is asked when the window closes. */
    boolean waits();

    /**
     * The measure lies within bounds, all of them.
     *
     * @param fields what is measured of an event, for the types that measure fields
     * @param percentile which, from 0 to 100, for the type that wants one
     */
    record Threshold(List<Bound> bounds, List<String> fields, double percentile) implements Demand {

        @Override
        public boolean waits() {
            return bounds.stream().anyMatch(bound -> bound.comparison.waits());
        }

        boolean holds(double measure) {
            for (Bound bound : bounds) {
                if (!bound.comparison.holds(Double.compare(measure, bound.number))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** How the measure has to stand to a number. */
    record Bound(Comparison comparison, double number) {}

    /** The rules that matched are as one of the terms says: a condition over the names of rules, written out. */
    record Combination(List<Term> terms) implements Demand {

        @Override
        public boolean waits() {
            return terms.stream().anyMatch(term -> !term.silent.isEmpty());
        }
    }

    /**
     * @param fired the rules that have to match, by their number among those listed
     * @param silent the rules that must not
     */
    record Term(Set<Integer> fired, Set<Integer> silent) {}

    /** The operators of a condition. */
    enum Comparison {
        GT,
        GTE,
        LT,
        LTE,
        EQ,
        NEQ;

        /** Whether it holds of a count that has not grown yet, and is therefore asked when the window closes. */
        boolean waits() {
            return this == LT || this == LTE || this == NEQ;
        }

        boolean holds(int order) {
            return switch (this) {
                case GT -> order > 0;
                case GTE -> order >= 0;
                case LT -> order < 0;
                case LTE -> order <= 0;
                case EQ -> order == 0;
                case NEQ -> order != 0;
            };
        }
    }
}
