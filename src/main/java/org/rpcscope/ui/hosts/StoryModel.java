package org.rpcscope.ui.hosts;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.EventRecord;
import org.rpcscope.ui.fx.LazyRows;

/** The story that is told, and what of it is listed. JavaFX thread only; needs no toolkit. */
public final class StoryModel {

    private final ObjectProperty<Chapter> chapter = new SimpleObjectProperty<>(Chapter.EVERYTHING);
    private final ReadOnlyObjectWrapper<@Nullable Story> story = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable EventRecord> read = new ReadOnlyObjectWrapper<>();
    private final LazyRows<StoryLine> lines = new LazyRows<>();

    ObjectProperty<Chapter> chapter() {
        return chapter;
    }

    /** The whole story; null while no host is chosen, or while it is put together. */
    ReadOnlyObjectProperty<@Nullable Story> story() {
        return story.getReadOnlyProperty();
    }

    /** The lines of the chapter, the earliest first; as they are when {@link #story} changes. */
    LazyRows<StoryLine> lines() {
        return lines;
    }

    /** The record of an event that the analyst wanted to see; null where they want none. */
    ReadOnlyObjectProperty<@Nullable EventRecord> read() {
        return read.getReadOnlyProperty();
    }

    void show(@Nullable EventRecord record) {
        read.set(record);
    }

    /** Tells another story. @param places of it that are listed */
    void tell(Story next, int[] places) {
        lines.show(places.length, line -> next.line(places[line]));
        story.set(next);
    }

    /** There is nothing to tell. */
    void clear() {
        lines.show(0, line -> {
            throw new IndexOutOfBoundsException(line);
        });
        read.set(null);
        story.set(null);
    }
}
