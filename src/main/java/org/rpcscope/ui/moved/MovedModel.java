package org.rpcscope.ui.moved;

import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.rpcscope.cases.KeptSource;
import org.rpcscope.cases.SourceSearch.Found;
import org.rpcscope.cases.SourceSearch.State;

/** The sources of a case that were not where they were. JavaFX thread only; needs no toolkit. */
public final class MovedModel {

    private final ReadOnlyObjectWrapper<List<Found>> asked = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();

    /** What is asked for, with what was found of it meanwhile; empty while nothing is asked. */
    public ReadOnlyObjectProperty<List<Found>> asked() {
        return asked.getReadOnlyProperty();
    }

    /** Whether files are looked for and compared now. */
    ReadOnlyBooleanProperty looking() {
        return looking.getReadOnlyProperty();
    }

    void ask(List<Found> sources) {
        asked.set(sources);
    }

    void looking(boolean now) {
        looking.set(now);
    }

    /** Those whose file can be opened; one that differs is opened only where the analyst wishes so. */
    static List<Found> opened(List<Found> found, boolean differing) {
        return found.stream()
                .filter(each ->
                        each.state() == State.THERE || each.state() == State.FOUND || differs(each) && differing)
                .toList();
    }

    /** What the case goes on keeping though it is not opened. */
    static List<KeptSource> left(List<Found> found, boolean differing) {
        return found.stream()
                .filter(each -> each.state() == State.MISSING || differs(each) && !differing)
                .map(Found::source)
                .toList();
    }

    private static boolean differs(Found found) {
        return found.state() == State.DIFFERS;
    }
}
