package org.rpcscope.ui.sessions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.filter.Field;
import org.rpcscope.ui.fx.Amounts;

/** What a filter can ask about one cell of the table. */
record CellTerm(Field field, String value) {

    /** The term of a cell; null where it is empty, or where no field of a filter holds what it shows. */
    static @Nullable CellTerm of(TableLine line, SessionColumn column) {
        return switch (line) {
            case SessionRow row -> ofSession(row, column);
            case GroupRow group -> ofSession(group.lead(), group.column()); // all of its line is about that
        };
    }

    private static @Nullable CellTerm ofSession(SessionRow row, SessionColumn column) {
        Field field = column.field();
        List<String> list = row.list(column);
        String value = list.isEmpty() ? row.text(column) : list.getFirst();
        return field == null || value.equals(Amounts.NONE) ? null : new CellTerm(field, value);
    }

    String text() {
        return field.label() + ":" + value;
    }
}
