package org.rpcscope.ui.sessions;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.value.ObservableBooleanValue;
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
    private final Search search;
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
        this.search = new Search(model, names, runner, fx, failures);
        this.copying = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, failures);
        subscriptions.changes(model.scope(), this::listAnew);
        subscriptions.changes(model.sort(), this::listAnew);
        subscriptions.changes(model.grouping(), this::listAnew);
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
        model.select(model.rows().row(now, number));
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

    /** Whether a text is looked for in the table. */
    public ObservableBooleanValue sought() {
        return search.model().open();
    }

    /** Looks for texts in what is listed. */
    Search search() {
        return search;
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
        TableLine topmost =
                top > 0 && top < model.rows().size() ? model.rows().get(top) : null; // at the very top it stays there
        ListingJob.Asked asked = new ListingJob.Asked(
                model.scope().get(),
                model.filter().applied().get().query(),
                model.sort().get(),
                model.marks().get(),
                new Grouping(model.grouping().get(), Set.copyOf(model.open())));
        return new ListingJob(
                now, asked, sets, ListingJob.Place.of(model.selected().get()), ListingJob.Place.of(topmost), kept);
    }

    /** Opens or closes the group of a line, where it is one's; what is selected in it stays so, or its group is. */
    void open(int line, boolean opened) {
        Listing now = model.listing().get();
        Outline outline = now.outline();
        if (outline != null && line >= 0 && line < now.lines()) {
            int group = outline.group(line);
            long id = outline.groups().id(group);
            boolean _ = opened ? model.open().add(id) : model.open().remove(id);
            show(now, outline, outline.with(group, opened));
        }
    }

    private void show(Listing now, Outline before, Outline next) {
        TableLine selected = model.selected().get();
        int line = selected == null ? -1 : model.lineOf(now, selected);
        model.list(now.with(next, line < 0 ? -1 : moved(before, next, line), moved(before, next, top)));
        if (sorting.busy()) {
            listAnew(); // or what comes would have the groups as they were
        }
    }

    /** The line on which stands what stood on another before. */
    private static int moved(Outline before, Outline next, int line) {
        if (line >= before.lines()) {
            return -1;
        }
        int place = before.place(line);
        return place < 0 ? next.lineOf(before.group(line)) : next.lineOfPlace(place);
    }

    @Override
    public void close() {
        subscriptions.close();
        sorting.close();
        suggesting.close();
        copying.close();
        search.close();
    }
}
