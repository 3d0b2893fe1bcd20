package org.rpcscope.ui.sessions;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.filter.Query;
import org.rpcscope.filter.SessionFilter;
import org.rpcscope.filter.SessionSets;
import org.rpcscope.filter.Unfinished;
import org.rpcscope.job.JobRunner;
import org.rpcscope.session.Marks;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.JobSlot;
import org.rpcscope.ui.fx.Subscriptions;

/** Sorts off the window's thread, whenever there are other sessions or another order is wished. JavaFX thread only. */
public final class SessionsController implements AutoCloseable {

    private final SessionsModel model;
    private final SessionSets sets;
    private final ConversationNames names;
    private final JobSlot sorting;
    private final JobSlot suggesting;
    private final JobSlot copying;
    private final KeptOrder kept = new KeptOrder();
    private final Subscriptions subscriptions = new Subscriptions();
    private @Nullable Detection detection;
    private int top;

    /**
     * @param sets what passes a filter
     * @param failures hears of defects in a sort
     */
    public SessionsController(
            SessionsModel model, SessionSets sets, JobRunner runner, FxThread fx, Consumer<Throwable> failures) {
        this.model = model;
        this.sets = sets;
        this.names = sets.names();
        this.sorting = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        this.suggesting = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, failures);
        this.copying = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, failures);
        subscriptions.changes(model.scope(), this::listAnew);
        subscriptions.changes(model.sort(), this::listAnew);
        subscriptions.changes(model.marks(), this::listAnew);
        subscriptions.changes(model.filter().applied(), this::listAnew);
    }

    /** Shows the sessions of a detection in place of those before, keeping what is selected and in view. */
    public void show(Detection next) {
        detection = next;
        model.count(new SessionsModel.Counts(
                next.flaggedCount(),
                next.sessions().count(),
                Arrays.stream(next.countsByTier()).boxed().toList()));
        ListingJob job = job();
        if (job != null) {
            sorting.start(job, model::list);
        }
    }

    /** Notes which line is the topmost in view, so that it stays there when lines come in above it. */
    void top(int line) {
        top = line;
    }

    /** Chooses a session by its number in the detection that is shown, and lists it where only others are listed. */
    public void choose(int number) {
        Detection now = detection;
        if (now == null || number < 0 || number >= now.sessions().count()) {
            return;
        }
        model.select(new SessionRow(now, number, names, model.marks().get().of(now.sessions(), number)));
        Query query = model.filter().applied().get().query();
        if (!new SessionFilter(query, now, names, model.marks().get()).passes(number)) {
            model.filter().clear(); // which lists
        }
        if (!now.flagged(number) && model.scope().get() == Scope.FLAGGED) {
            model.scope().set(Scope.ALL); // which lists
        }
        listAnew();
    }

    /** Finds the values that a term may ask for, among the sessions that the other terms leave. */
    void suggest(Unfinished.Value value, int most, Consumer<List<Suggestion>> found) {
        Detection now = detection;
        if (now != null) {
            Marks marks = model.marks().get();
            suggesting.start(new SuggestionJob(now, sets, marks, model.scope().get(), value, most), found);
        }
    }

    /** Writes the words of the selected sessions off the window's thread. */
    void words(Function<SessionRow, String> words, String between, Consumer<String> written) {
        SessionsModel.Listed several = model.several().get();
        Detection of = several.detection();
        if (of != null && several.sessions().length > 0) {
            Marks marks = model.marks().get();
            copying.start(new CopyJob(of, several.sessions(), names, marks, words, between), written);
        }
    }

    /** Nobody waits for values any more. */
    void suggestNothing() {
        suggesting.cancel();
    }

    /** The analyst wishes something else: nobody waits for what was wished before. */
    private void listAnew() {
        ListingJob job = job();
        if (job != null) {
            sorting.restart(job, model::list);
        }
    }

    private @Nullable ListingJob job() {
        Detection now = detection;
        if (now == null) {
            return null;
        }
        SessionRow selected = model.selected().get();
        SessionRow topmost =
                top > 0 && top < model.rows().size() ? model.rows().get(top) : null; // at the very top it stays there
        ListingJob.Asked asked = new ListingJob.Asked(
                model.scope().get(),
                model.filter().applied().get().query(),
                model.sort().get(),
                model.marks().get());
        return new ListingJob(now, asked, sets, place(selected), place(topmost), kept);
    }

    private static ListingJob.@Nullable Place place(@Nullable SessionRow row) {
        return row == null
                ? null
                : new ListingJob.Place(row.key(), row.session().number());
    }

    @Override
    public void close() {
        subscriptions.close();
        sorting.close();
        suggesting.close();
        copying.close();
    }
}
