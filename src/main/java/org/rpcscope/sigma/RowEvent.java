package org.rpcscope.sigma;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.query.Column;
import org.rpcscope.query.ValueTest;
import org.rpcscope.session.ObservationColumns;
import org.rpcscope.session.ObservationTable;

/**
 * A row of a table as an event: the fields of {@link ObservationColumns#NAMES}, each with at most one value. The zones
 * are not among them.
 */
public record RowEvent(ObservationTable table, int row) implements Event {

    @Override
    public List<Value> values(String field) {
        Column column = ObservationColumns.of(table, field);
        Value value = column == null ? null : value(column);
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public void forEach(BiConsumer<String, Value> action) {
        for (String name : ObservationColumns.NAMES) {
            values(name).forEach(value -> action.accept(name, value));
        }
    }

    private @Nullable Value value(Column column) {
        Reading reading = new Reading();
        switch (column) {
            case Column.Single single -> single.test(row, reading);
            case Column.Distinct distinct -> {
                int[] id = new int[1];
                distinct.fill(row, 1, id);
                distinct.test(id[0], reading);
            }
            case Column.Numbers numbers -> {
                long[] number = new long[1];
                numbers.fill(row, 1, number);
                return number[0] == Column.ABSENT ? null : new Value.Whole(number[0]);
            }
        }
        return reading.value;
    }

    /** Keeps the value that it is asked about; used once and never cached. */
    private static final class Reading implements ValueTest {

        private @Nullable Value value;

        @Override
        public boolean text(String text) {
            value = new Value.Text(text);
            return true;
        }

        @Override
        public boolean number(long number) {
            value = new Value.Whole(number);
            return true;
        }

        @Override
        public boolean address(IpAddress address) {
            value = new Value.Address(address);
            return true;
        }
    }
}
