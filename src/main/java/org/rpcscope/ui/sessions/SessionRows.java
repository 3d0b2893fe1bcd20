package org.rpcscope.ui.sessions;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;

/**
 * The lines of the table over a {@link Listing}: a list of any length that makes a row when it is asked for one. It tells
 * its listeners of the change in length alone, as lines added or removed at the end, since the toolkit would otherwise copy
 * or look through every line; whoever shows the rows asks for the visible ones again. JavaFX thread only.
 */
public final class SessionRows extends ObservableListBase<SessionRow> {

    /** Rows kept by the last bits of their index: more than a screen shows. */
    private static final int KEPT = 256;

    private final @Nullable SessionRow[] kept = new @Nullable SessionRow[KEPT];
    private final int[] keptIndex = new int[KEPT];
    private Listing listing = Listing.NOTHING;

    Listing listing() {
        return listing;
    }

    /** Shows another listing. */
    void show(Listing next) {
        int before = listing.size();
        listing = next;
        Arrays.fill(kept, null);
        if (next.size() != before) {
            fireChange(new TailChange(this, before, next.size()));
        }
    }

    @Override
    public SessionRow get(int index) {
        Detection detection = listing.detection();
        if (detection == null || index < 0 || index >= listing.size()) {
            throw new IndexOutOfBoundsException(index);
        }
        int slot = index & (KEPT - 1);
        SessionRow row = kept[slot];
        if (row == null || keptIndex[slot] != index) {
            row = new SessionRow(detection, listing.order()[index]);
            kept[slot] = row;
            keptIndex[slot] = index;
        }
        return row;
    }

    @Override
    public int size() {
        return listing.size();
    }

    /** By identity of the session, among the rows in view alone: the toolkit asks this of rows that it shows. */
    @Override
    public int indexOf(@Nullable Object wanted) {
        if (wanted instanceof SessionRow) {
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
    private static final class TailChange extends ListChangeListener.Change<SessionRow> {

        private final int before;
        private final int after;
        private boolean taken;

        TailChange(SessionRows rows, int before, int after) {
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
        public List<SessionRow> getRemoved() {
            int count = Math.max(0, before - after);
            return new AbstractList<>() {
                @Override
                public SessionRow get(int index) {
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
