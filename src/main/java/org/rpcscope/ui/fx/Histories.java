package org.rpcscope.ui.fx;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * The histories of all parts of the window as one: what was done last, in whichever of them, is taken back first. JavaFX
 * thread only; needs no toolkit.
 */
public final class Histories implements AutoCloseable {

    private final List<History> parts;
    private final ReadOnlyObjectWrapper<History.@Nullable Step> last = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<History.@Nullable Step> next = new ReadOnlyObjectWrapper<>();
    private final Subscriptions subscriptions = new Subscriptions();
    private long newest;

    /** @param parts that number their steps together */
    public Histories(List<History> parts) {
        this.parts = List.copyOf(parts);
        for (History part : parts) {
            subscriptions.now(part.last(), step -> done(part, step));
            subscriptions.changes(part.next(), this::look);
        }
    }

    private void done(History by, History.@Nullable Step step) {
        if (step != null && step.order() > newest) {
            newest = step.order();
            parts.stream().filter(part -> part != by).forEach(History::forget);
        }
        look();
    }

    private void look() {
        last.set(step(lastOf(), History::last));
        next.set(step(nextOf(), History::next));
    }

    private static History.@Nullable Step step(
            @Nullable History part, Function<History, ObservableValue<History.@Nullable Step>> which) {
        return part == null ? null : which.apply(part).getValue();
    }

    private @Nullable History lastOf() {
        return parts.stream()
                .filter(part -> part.last().getValue() != null)
                .max(Comparator.comparingLong(part -> order(part.last())))
                .orElse(null);
    }

    private @Nullable History nextOf() {
        return parts.stream()
                .filter(part -> part.next().getValue() != null)
                .min(Comparator.comparingLong(part -> order(part.next())))
                .orElse(null);
    }

    private static long order(ObservableValue<History.@Nullable Step> step) {
        return Objects.requireNonNull(step.getValue()).order();
    }

    /** What {@link #undo} would take back; null where there is nothing. */
    public ReadOnlyObjectProperty<History.@Nullable Step> last() {
        return last.getReadOnlyProperty();
    }

    /** What {@link #redo} would do again; null where there is nothing. */
    public ReadOnlyObjectProperty<History.@Nullable Step> next() {
        return next.getReadOnlyProperty();
    }

    /** Takes back what was done last, when it has been written. */
    public void undo() {
        whenWritten(() -> {
            History part = lastOf();
            if (part != null) {
                part.undo();
            }
        });
    }

    /** Does again what was taken back last, when that has been written. */
    public void redo() {
        whenWritten(() -> {
            History part = nextOf();
            if (part != null) {
                part.redo();
            }
        });
    }

    private void whenWritten(Runnable task) {
        parts.stream()
                .filter(History::busy)
                .findFirst()
                .ifPresentOrElse(part -> part.afterwards(() -> whenWritten(task)), task);
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
