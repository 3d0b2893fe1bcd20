package org.rpcscope.sigma;

/**
 * Something that is easy to look up, and that an event has if a rule is to match it: of the witnesses of a rule an event
 * has at least one, or the rule does not match. Texts are folded.
 */
sealed interface Witness {

    /** How many events will have it, roughly: the more, the dearer. */
    double cost();

    /** A value of the field is this text. */
    record Whole(String field, String text) implements Witness {
        @Override
        public double cost() {
            return 1;
        }
    }

    /** A value of the field is this number. */
    record Number(String field, long number) implements Witness {
        @Override
        public double cost() {
            return 4;
        }
    }

    /** A value of the field holds this text. */
    record Part(String field, String text) implements Witness {
        @Override
        public double cost() {
            return 2 + 20.0 / text.length();
        }
    }

    /** Some value holds this text. */
    record Keyword(String text) implements Witness {
        @Override
        public double cost() {
            return 4 + 40.0 / text.length();
        }
    }

    /** The field has a value. */
    record Anything(String field) implements Witness {
        @Override
        public double cost() {
            return 1000;
        }
    }
}
