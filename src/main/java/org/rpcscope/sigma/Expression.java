package org.rpcscope.sigma;

import java.util.List;
import org.rpcscope.query.ValueTest;

/**
 * When a rule matches, in two-valued logic: a field that is absent answers as its test says, and {@code Not} is the
 * complement. Equal content is an equal expression. Immutable.
 */
public sealed interface Expression {

    /** All parts hold. */
    record And(List<Expression> parts) implements Expression {}

    /** At least one part holds. */
    record Or(List<Expression> parts) implements Expression {}

    /** The part does not hold. */
    record Not(Expression part) implements Expression {}

    /**
     * The value of a field passes a test.
     *
     * @param field the native name of the field
     */
    record Item(String field, ValueTest test) implements Expression {}

    /** The same for every record. */
    record Always(boolean value) implements Expression {}
}
