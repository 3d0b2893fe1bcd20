package org.rpcscope.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.rpcscope.net.IpAddress;
import org.rpcscope.query.Column;
import org.rpcscope.query.ValueTest;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.rpc.Operation;
import org.rpcscope.session.ObservationColumns;
import org.rpcscope.session.ObservationTable;

/**
 * A row of a table as an event: the fields of {@link ObservationColumns#NAMES}, absent, or with one or several
 * values. The zones are not among them.
 */
public record RowEvent(ObservationTable table, int row) implements Event {

    @Override
    public List<Value> values(String field) {
        Column column = ObservationColumns.of(table, field);
        return column == null ? List.of() : values(column);
    }

    @Override
    public void forEach(BiConsumer<String, Value> action) {
        for (String name : ObservationColumns.NAMES) {
            values(name).forEach(value -> action.accept(name, value));
        }
    }

    /** What was called in the session, by the names of the tables; what only a log names, by those. */
    @Override
    public List<Event> operations() {
        Conversation conversation = table.conversation(row);
        return Operation.of(conversation, Interfaces.bundled()).stream()
                .map(operation -> (Event) new OperationEvent(this, operation, pipes(conversation)))
                .toList();
    }

    /** As Zeek writes them: the path of a pipe of SMB, and over TCP the port. */
    private List<Value> pipes(Conversation conversation) {
        return conversation.pipes().isEmpty()
                ? List.of(new Value.Text(Integer.toString(table.destinationPort(row))))
                : conversation.pipes().stream()
                        .map(pipe -> (Value) new Value.Text("\\pipe\\" + pipe))
                        .toList();
    }

    private List<Value> values(Column column) {
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
                return number[0] == Column.ABSENT ? List.of() : List.of(new Value.Whole(number[0]));
            }
        }
        return List.copyOf(reading.values);
    }

    /** Keeps the values that it is asked about, and wants more; used once and never cached. */
    private static final class Reading implements ValueTest {

        private final List<Value> values = new ArrayList<>();

        @Override
        public boolean text(String text) {
            values.add(new Value.Text(text));
            return false;
        }

        @Override
        public boolean number(long number) {
            values.add(new Value.Whole(number));
            return false;
        }

        @Override
        public boolean address(IpAddress address) {
            values.add(new Value.Address(address));
            return false;
        }
    }
}
