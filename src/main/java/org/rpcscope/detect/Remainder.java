package org.rpcscope.detect;

import java.util.ArrayList;
import java.util.List;
import org.rpcscope.query.FieldNames;
import org.rpcscope.sigma.Expression;
import org.rpcscope.sigma.Expression.Always;
import org.rpcscope.sigma.Expression.And;
import org.rpcscope.sigma.Expression.AnyField;
import org.rpcscope.sigma.Expression.FieldPair;
import org.rpcscope.sigma.Expression.Item;
import org.rpcscope.sigma.Expression.Not;
import org.rpcscope.sigma.Expression.Or;
import org.rpcscope.sigma.Expression.Search;
import org.rpcscope.sigma.Expression.SomeOperation;

/** What remains to be asked of an expression once the zones of both ends are known. */
final class Remainder {

    static final Always NEVER = new Always(false);

    private Remainder() {}

    /** An expression without items about zones that answers as the given one does for this {@link ZonePair}. */
    static Expression of(Expression expression, int pair) {
        return switch (expression) {
            case Item item -> FieldNames.isZone(item.field()) ? new Always(ZonePair.test(pair, item)) : item;
            case Always always -> always;
            case AnyField any -> any;
            case FieldPair fields -> fields;
            case Search(String _, Expression part) -> of(part, pair);
            case SomeOperation(Expression part) ->
                of(part, pair).equals(NEVER) ? NEVER : new SomeOperation(of(part, pair));
            case Not(Expression part) ->
                of(part, pair) instanceof Always(boolean value) ? new Always(!value) : new Not(of(part, pair));
            case And(List<Expression> parts) -> all(parts, pair);
            case Or(List<Expression> parts) -> any(parts, pair);
        };
    }

    private static Expression all(List<Expression> parts, int pair) {
        List<Expression> open = open(parts, pair);
        if (open.contains(NEVER)) {
            return NEVER;
        }
        open.removeIf(part -> part instanceof Always);
        return open.isEmpty() ? new Always(true) : Expression.and(open);
    }

    private static Expression any(List<Expression> parts, int pair) {
        List<Expression> open = open(parts, pair);
        Expression always = new Always(true);
        if (open.contains(always)) {
            return always;
        }
        open.removeIf(part -> part instanceof Always);
        return open.isEmpty() ? NEVER : Expression.or(open);
    }

    private static List<Expression> open(List<Expression> parts, int pair) {
        List<Expression> open = new ArrayList<>(parts.size());
        for (Expression part : parts) {
            open.add(of(part, pair));
        }
        return open;
    }
}
