package org.rpcscope.ui.overview;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.SessionSets;
import org.rpcscope.job.JobRunner;
import org.rpcscope.overview.Facet;
import org.rpcscope.overview.Topic;
import org.rpcscope.session.Marks;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.JobSlot;
import org.rpcscope.ui.fx.Subscriptions;

/** Counts off the window's thread, whenever other sessions are listed. JavaFX thread only. */
public final class OverviewController implements AutoCloseable {

    /** So many values of a topic are shown at the side. */
    static final int VALUES = 6;

    /** So many are shown when a topic is looked through. */
    static final int MOST_VALUES = 200;

    private static final int BARS = 160;

    private final OverviewModel model;
    private final SessionSets sets;
    private final JobSlot counting;
    private final JobSlot searching;
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable Listed listed;
    private Marks marks = Marks.NONE;
    private boolean visible = true;

    /** What the table lists. */
    private record Listed(Detection detection, boolean flaggedOnly, String filter) {}

    /**
     * @param sets what passes a filter
     * @param failures hears of defects in a job
     */
    public OverviewController(
            OverviewModel model, SessionSets sets, JobRunner runner, FxThread fx, Consumer<Throwable> failures) {
        this.model = model;
        this.sets = sets;
        this.counting = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        this.searching = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, failures);
        subscriptions.changes(model.open(), this::count);
        subscriptions.changes(model.zoom(), this::count);
    }

    /**
     * Counts other sessions.
     *
     * @param flaggedOnly whether the table leaves the others out
     * @param filter a text without a fault
     */
    public void look(Detection detection, boolean flaggedOnly, String filter) {
        listed = new Listed(detection, flaggedOnly, filter);
        count();
    }

    /** Counts by other marks of the analyst. */
    public void marks(Marks next) {
        marks = next;
        count();
    }

    /** Whether anybody sees it: what is hidden is not counted. */
    public void visible(boolean now) {
        boolean again = now && !visible;
        visible = now;
        if (again) {
            count();
        }
    }

    /** Finds the most frequent values of a topic that hold a part. */
    void search(Topic topic, String part, Consumer<Facet> found) {
        Listed of = listed;
        if (of != null) {
            searching.start(
                    job(of, List.of(new Facet.Asked(topic, MOST_VALUES, part))),
                    overview -> found.accept(overview.facets().getFirst()));
        }
    }

    private void count() {
        Listed of = listed;
        if (of != null && visible) {
            List<Facet.Asked> asked = Topic.FACETS.stream()
                    .filter(model.open().get()::contains)
                    .map(topic -> new Facet.Asked(topic, VALUES, ""))
                    .toList();
            counting.start(job(of, asked), model::show);
        }
    }

    private CountJob job(Listed of, List<Facet.Asked> asked) {
        return new CountJob(
                of.detection(),
                sets,
                marks,
                of.flaggedOnly(),
                of.filter(),
                asked,
                BARS,
                model.zoom().get());
    }

    @Override
    public void close() {
        subscriptions.close();
        counting.close();
        searching.close();
    }
}
