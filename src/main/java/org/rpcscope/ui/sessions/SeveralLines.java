package org.rpcscope.ui.sessions;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntSupplier;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.overview.SessionGroups;
import org.rpcscope.session.SessionKey;

/**
 * Several selected lines of the table. The toolkit makes objects for each, so that by keys and pointer no more than
 * {@link #MOST} are selected at once; what is meant for all that are listed has actions of its own. JavaFX thread only.
 */
final class SeveralLines {

    /** So many lines can be selected. */
    static final int MOST = 1000;

    private final TableView<TableLine> table;
    private final SessionsModel model;

    SeveralLines(TableView<TableLine> table, SessionsModel model) {
        this.table = table;
        this.model = model;
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
        ListChangeListener<Integer> changed = _ -> note();
        table.getSelectionModel().getSelectedIndices().addListener(changed);
    }

    /** Tells the model which sessions are selected. */
    void note() {
        Listing listing = model.rows().listing();
        BitSet places = new BitSet();
        for (int line : table.getSelectionModel().getSelectedIndices()) {
            Outline outline = listing.outline();
            int place = listing.place(line);
            if (place >= 0 || outline == null) {
                places.set(place);
            } else {
                SessionGroups groups = outline.groups();
                int group = outline.group(line);
                places.set(groups.start(group), groups.start(group) + groups.size(group));
            }
        }
        int[] sessions = places.stream().map(place -> listing.order()[place]).toArray();
        model.several(new SessionsModel.Listed(listing.detection(), sessions));
    }

    /** The lines of sessions, by the numbers that they had, in what the table lists now; without those in closed groups. */
    int[] find(SessionsModel.Listed before) {
        Listing listing = model.rows().listing();
        Detection now = listing.detection();
        Detection then = before.detection();
        if (now == null || then == null || before.sessions().length > MOST) { // so many are of a group
            return new int[0];
        }
        BitSet wanted = new BitSet();
        for (int session : before.sessions()) {
            int number = now == then
                    ? session
                    : SessionKey.of(then.sessions().session(session)).find(now.sessions(), session);
            if (number >= 0) {
                wanted.set(number);
            }
        }
        int[] lines = new int[wanted.cardinality()];
        int found = 0;
        for (int place = 0; found < lines.length && place < listing.sessions(); place++) {
            if (wanted.get(listing.order()[place])) {
                int line = listing.lineOfPlace(place);
                if (listing.place(line) == place) {
                    lines[found++] = line;
                } else {
                    lines = Arrays.copyOf(lines, lines.length - 1);
                }
            }
        }
        return Arrays.copyOf(lines, found);
    }

    /** Ctrl+A shows all sessions here as everywhere: the toolkit would take it for the selection of every line. */
    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case A -> {
                if (event.isShortcutDown() && !event.isShiftDown() && !event.isAltDown()) {
                    model.scope().set(model.scope().get() == Scope.ALL ? Scope.FLAGGED : Scope.ALL);
                    event.consume();
                }
            }
            case HOME -> limit(event, event.isShiftDown(), () -> 0);
            case END -> limit(event, event.isShiftDown(), () -> table.getItems().size() - 1);
            default -> {}
        }
    }

    private void pressed(MouseEvent event) {
        TableRow<?> row = row(event.getPickResult().getIntersectedNode());
        if (row != null && event.getButton() == MouseButton.PRIMARY) {
            limit(event, event.isShiftDown(), row::getIndex);
        }
    }

    private static @Nullable TableRow<?> row(@Nullable Node node) {
        Node at = node;
        while (at != null && !(at instanceof TableRow<?>)) {
            at = at.getParent();
        }
        return (TableRow<?>) at;
    }

    /** Selects as many as there may be in the place of a range that is too long. */
    private void limit(Event event, boolean range, IntSupplier end) {
        int from = table.getFocusModel().getFocusedIndex();
        int to = end.getAsInt();
        int before = table.getSelectionModel().getSelectedIndices().size();
        if (!range || from < 0 || Math.abs(to - from) + before <= MOST) {
            return;
        }
        int last = to > from ? Math.min(to, from + MOST - 1) : Math.max(to, from - MOST + 1);
        table.getSelectionModel().clearSelection();
        table.getSelectionModel().selectRange(from, to > from ? last + 1 : last - 1);
        table.getFocusModel().focus(last);
        table.scrollTo(last);
        event.consume();
    }
}
