package org.rpcscope.ui.fx;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a table of any length: a list that makes a row when it is asked for one. It tells its listeners of the change
 * in length alone, as lines added or removed at the end, since the toolkit would otherwise copy or look through every line;
 * whoever shows the rows asks for the visible ones again ({@link VisibleLines#refresh}). JavaFX thread only.
 *
 * @param <R> equal for the same thing, whatever is known of it
 */
public class LazyRows<R> extends ObservableListBase<R> {

    /** Rows kept by the last bits of their index: more than a screen shows. */
    private static final int KEPT = 256;

    private final @Nullable Object[] kept = new @Nullable Object[KEPT];
    private final int[] keptIndex = new int[KEPT];
    private IntFunction<R> maker = index -> {
        throw new IndexOutOfBoundsException(index);
    };
    private int size;

    /** Shows other rows: so many, each made by its index. */
    public void show(int count, IntFunction<R> rows) {
        int before = size;
        maker = rows;
        size = count;
        Arrays.fill(kept, null);
        if (count != before) {
            fireChange(new TailChange<>(this, before, count));
        }
    }

    @Override
    @SuppressWarnings("unchecked") // only rows are kept
    public R get(int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException(index);
        }
        int slot = index & (KEPT - 1);
        R row = (R) kept[slot];
        if (row == null || keptIndex[slot] != index) {
            row = maker.apply(index);
            kept[slot] = row;
            keptIndex[slot] = index;
        }
        return row;
    }

    @Override
    public int size() {
        return size;
    }

    /** By identity of what the row is about, among the rows in view alone: the toolkit asks this of rows that it shows. */
    @Override
    public int indexOf(@Nullable Object wanted) {
        if (wanted != null) {
            for (int slot = 0; slot < KEPT; slot++) {
                if (wanted.equals(kept[slot])) {
                    return keptIndex[slot];
                }
            }
        }
        return -1;
    }

    @Override
    public boolean contains(@Nullable Object wanted) {
        return indexOf(wanted) >= 0;
    }

    /** Lines that came or went at the end. */
    private static final class TailChange<R> extends ListChangeListener.Change<R> {

        private final int before;
        private final int after;
        private boolean taken;

        TailChange(LazyRows<R> rows, int before, int after) {
            super(rows);
            this.before = before;
            this.after = after;
        }

        @Override
        public boolean next() {
            boolean first = !taken;
            taken = true;
            return first;
        }

        @Override
        public void reset() {
            taken = false;
        }

        @Override
        public int getFrom() {
            return Math.min(before, after);
        }

        @Override
        public int getTo() {
            return Math.max(getFrom(), after);
        }

        /** As many as were removed; what they were is not kept. */
        @Override
        public List<R> getRemoved() {
            int count = Math.max(0, before - after);
            return new AbstractList<>() {
                @Override
                public R get(int index) {
                    return getList().get(Math.min(index, getList().size() - 1));
                }

                @Override
                public int size() {
                    return count;
                }
            };
        }

        @Override
        protected int[] getPermutation() {
            return new int[0];
        }
    }
}
