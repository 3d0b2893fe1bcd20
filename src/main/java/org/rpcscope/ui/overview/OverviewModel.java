package org.rpcscope.ui.overview;

import java.util.EnumSet;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.rpcscope.overview.Timeline;
import org.rpcscope.overview.Topic;
import org.rpcscope.session.Extent;

/** What the overview shows. JavaFX thread only; needs no toolkit. */
public final class OverviewModel {

    private final ReadOnlyObjectWrapper<Overview> shown = new ReadOnlyObjectWrapper<>(Overview.NOTHING);
    private final ObjectProperty<Set<Topic>> open = new SimpleObjectProperty<>(Set.copyOf(EnumSet.of(
            Topic.TIER,
            Topic.SOURCE,
            Topic.DESTINATION,
            Topic.PORT,
            Topic.INTERFACE,
            Topic.OPERATION,
            Topic.USER,
            Topic.RULE)));
    private final ObjectProperty<@Nullable Extent> zoom = new SimpleObjectProperty<>();

    private @Nullable Extent whole;

    ReadOnlyObjectProperty<Overview> shown() {
        return shown.getReadOnlyProperty();
    }

    void show(Overview next) {
        Timeline timeline = next.timeline();
        if (zoom.get() == null) {
            whole = timeline.bars() == 0 ? null : new Extent(timeline.start(0), timeline.start(timeline.bars()) - 1);
        }
        shown.set(next);
    }

    /** The stretch of time from the first session to the last; null where there is none. */
    @Nullable
    Extent whole() {
        return whole;
    }

    /** The topics whose values are counted and shown; of the others the name alone. */
    ObjectProperty<Set<Topic>> open() {
        return open;
    }

    /** Opens a topic, or closes it. */
    void toggle(Topic topic) {
        Set<Topic> next = EnumSet.noneOf(Topic.class);
        next.addAll(open.get());
        if (!next.remove(topic)) {
            next.add(topic);
        }
        open.set(Set.copyOf(next));
    }

    /** The stretch of time that the timeline shows; null for all there is. */
    ObjectProperty<@Nullable Extent> zoom() {
        return zoom;
    }
}
