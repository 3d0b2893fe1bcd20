package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.List;
import org.rpcscope.query.ValueTest;

/**
 * When a rule matches, in two-valued logic: a field that is absent answers as its test says, and {@code Not} is the
 * complement. Equal content is an equal expression. Immutable.
 */
public sealed interface Expression {

    /** All parts hold; true if there are none. */
    record And(List<Expression> parts) implements Expression {}

    /** At least one part holds; false if there are none. */
    record Or(List<Expression> parts) implements Expression {}

    /** The part does not hold. */
    record Not(Expression part) implements Expression {}

    /**
     * The value of a field passes a test.
     *
     * @param field the native name of the field
     */
    record Item(String field, ValueTest test) implements Expression {}

    /**
     * Some value of the record passes a test, whatever its field: a keyword. Names of fields are no values.
     */
    record AnyField(ValueTest test) implements Expression {}

    /**
     * A value of one field stands to a value of another as the relation says. Two fields that are absent, or null, are
     * in none.
     *
     * @param field the native name of the field
     * @param other the native name of the field that it is compared with
     */
    record FieldPair(String field, String other, Relation relation, boolean cased) implements Expression {}

    /** A search of a detection by its name: the same as its part, and how people know it. */
    record Search(String name, Expression part) implements Expression {}

    /**
     * The part holds for one of the record's operations of DCE/RPC ({@link Event#operations}): what a rule for such
     * operations says of a session. Of two calls, neither has the interface of the one and the name of the other.
     */
    record SomeOperation(Expression part) implements Expression {}

    /** The same for every record. */
    record Always(boolean value) implements Expression {}

    /** The conjunction, without one within another. */
    static Expression and(List<Expression> parts) {
        List<Expression> flat = new ArrayList<>();
        for (Expression part : parts) {
            if (part instanceof And(List<Expression> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new And(List.copyOf(flat));
    }

    /** The disjunction, without one within another. */
    static Expression or(List<Expression> parts) {
        List<Expression> flat = new ArrayList<>();
        for (Expression part : parts) {
            if (part instanceof Or(List<Expression> inner)) {
                flat.addAll(inner);
            } else {
                flat.add(part);
            }
        }
        return flat.size() == 1 ? flat.getFirst() : new Or(List.copyOf(flat));
    }
}
