package org.rpcscope.session;

import java.util.function.IntToLongFunction;
import org.rpcscope.query.Column;

/** A counter or a duration. */
record NumberColumn(IntToLongFunction number) implements Column.Numbers {

    @Override
    public void fill(int from, int count, long[] numbers) {
        for (int i = 0; i < count; i++) {
            long value = number.applyAsLong(from + i);
            numbers[i] = value < 0 ? ABSENT : value;
        }
    }
}
