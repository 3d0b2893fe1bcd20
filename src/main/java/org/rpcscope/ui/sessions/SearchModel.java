package org.rpcscope.ui.sessions;

import java.util.Arrays;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** A text that is looked for in the table, and where it stands. JavaFX thread only; needs no toolkit. */
final class SearchModel {

    /**
     * Where the text was found.
     *
     * @param order the order of the sessions that was looked through
     * @param places those in the order whose sessions say it, ascending
     */
    record Hits(int[] order, int[] places) {
        static final Hits NONE = new Hits(new int[0], new int[0]);

        /** The next place after one, or the first of all; -1 where there is none. */
        int after(int place) {
            int at = notBelow(place + 1);
            return places.length == 0 ? -1 : places[at % places.length];
        }

        /** The last place before one, or the last of all; -1 where there is none. */
        int before(int place) {
            int at = notBelow(place);
            return places.length == 0 ? -1 : places[Math.floorMod(at - 1, places.length)];
        }

        /** Which of the hits a place is, from 1; 0 where it is none. */
        int number(int place) {
            return Math.max(0, Arrays.binarySearch(places, place) + 1);
        }

        private int notBelow(int place) {
            int at = Arrays.binarySearch(places, place);
            return at >= 0 ? at : -at - 1;
        }
    }

    private final StringProperty text = new SimpleStringProperty("");
    private final BooleanProperty open = new SimpleBooleanProperty();
    private final ObservableValue<String> sought =
            Bindings.createStringBinding(() -> open.get() ? text.get() : "", open, text);
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Hits> hits = new ReadOnlyObjectWrapper<>(Hits.NONE);

    /** What is looked for; nothing where it is empty. */
    StringProperty text() {
        return text;
    }

    /** Whether the bar is shown; while it is not, nothing is looked for. */
    BooleanProperty open() {
        return open;
    }

    /** The text while it is looked for, else the empty one. */
    ObservableValue<String> sought() {
        return sought;
    }

    /** Whether it is still being looked for. */
    BooleanProperty busy() {
        return busy;
    }

    ReadOnlyObjectProperty<Hits> hits() {
        return hits.getReadOnlyProperty();
    }

    void found(Hits next) {
        hits.set(next);
    }
}
