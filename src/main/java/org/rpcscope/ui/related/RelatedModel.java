package org.rpcscope.ui.related;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.EventRecord;
import org.rpcscope.detect.RelatedEvents;

/** What is asked about, how far around it, and what was found. JavaFX thread only; needs no toolkit. */
public final class RelatedModel {

    private static final RelatedEvents NOTHING = new RelatedEvents(List.of(), 0, 0, List.of());

    private final ObjectProperty<@Nullable Target> target = new SimpleObjectProperty<>();
    private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.HOUR);
    private final BooleanProperty looked = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<RelatedEvents> events = new ReadOnlyObjectWrapper<>(NOTHING);
    private final ReadOnlyObjectWrapper<Raw> raw = new ReadOnlyObjectWrapper<>(new Raw.Unasked());

    /** The record that the analyst wants to see. */
    sealed interface Raw {

        /** None is wanted. */
        record Unasked() implements Raw {}

        /** Its file is read again. */
        record Reading(String file) implements Raw {}

        record Shown(EventRecord record) implements Raw {}
    }

    /** The session whose host is looked at; null where none is. */
    ObjectProperty<@Nullable Target> target() {
        return target;
    }

    /** How far before and after. */
    ObjectProperty<Span> span() {
        return span;
    }

    /** Whether somebody looks: until then nothing is looked for. */
    public BooleanProperty looked() {
        return looked;
    }

    ReadOnlyObjectProperty<RelatedEvents> events() {
        return events.getReadOnlyProperty();
    }

    void show(RelatedEvents found) {
        events.set(found);
    }

    /** Forgets what was found. */
    void clear() {
        events.set(NOTHING);
        raw.set(new Raw.Unasked());
    }

    ReadOnlyObjectProperty<Raw> raw() {
        return raw.getReadOnlyProperty();
    }

    void show(Raw next) {
        raw.set(next);
    }
}
