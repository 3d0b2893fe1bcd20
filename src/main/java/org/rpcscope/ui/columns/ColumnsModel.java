package org.rpcscope.ui.columns;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.Import;
import org.rpcscope.mapping.Guess;
import org.rpcscope.mapping.Mapping;
import org.rpcscope.mapping.Meaning;

/** The table whose columns are looked at, and what they mean by now. JavaFX thread only; needs no toolkit. */
public final class ColumnsModel {

    private final ReadOnlyObjectWrapper<@Nullable Opened> opened = new ReadOnlyObjectWrapper<>();

    /**
     * A table in the dialogue.
     *
     * @param input that was read by the columns as they were
     * @param guess its first rows, and what the columns mean now
     * @param guessed what the program would take them for
     */
    public record Opened(Import input, Guess guess, Mapping guessed) {

        /** The mapping as it is now. */
        public Mapping mapping() {
            return guess.mapping();
        }

        /** How many of the rows have a value that its column's meaning does not allow. */
        public long unfit() {
            return guess.rows().stream().filter(row -> !fits(row)).count();
        }

        private boolean fits(List<String> row) {
            for (int i = 0; i < row.size(); i++) {
                if (!accepts(i, row.get(i))) {
                    return false;
                }
            }
            return true;
        }

        /** Whether a value can be what its column means. */
        boolean accepts(int column, String value) {
            return mapping()
                    .columns()
                    .get(column)
                    .meaning()
                    .accepts(value, mapping().dayFirst());
        }
    }

    /** Null while the dialogue is closed. */
    public ReadOnlyObjectProperty<@Nullable Opened> opened() {
        return opened.getReadOnlyProperty();
    }

    void open(@Nullable Opened table) {
        opened.set(table);
    }

    /** Gives a column another meaning, and takes that from the column that had it. */
    void choose(int column, Meaning meaning) {
        Opened now = opened.get();
        if (now == null || now.mapping().columns().get(column).meaning() == meaning) {
            return;
        }
        Mapping mapping = now.mapping();
        int before = meaning == Meaning.NONE ? -1 : mapping.column(meaning);
        Mapping freed = before < 0 ? mapping : mapping.with(before, Meaning.NONE);
        change(now, freed.with(column, meaning));
    }

    void dayFirst(boolean first) {
        Opened now = opened.get();
        if (now != null && now.mapping().dayFirst() != first) {
            change(now, now.mapping().withDayFirst(first));
        }
    }

    /** Takes what the program guessed. */
    void guessAgain() {
        Opened now = opened.get();
        if (now != null) {
            change(now, now.guessed());
        }
    }

    private void change(Opened now, Mapping mapping) {
        opened.set(new Opened(now.input(), now.guess().with(mapping), now.guessed()));
    }
}
