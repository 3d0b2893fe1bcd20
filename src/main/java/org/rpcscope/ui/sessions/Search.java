package org.rpcscope.ui.sessions;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.job.JobRunner;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.JobSlot;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Times;

/** Looks for a text off the window's thread, again whenever the text or the order of the table changes. JavaFX thread only. */
final class Search implements AutoCloseable {

    private final SessionsModel sessions;
    private final ConversationNames names;
    private final SearchModel model = new SearchModel();
    private final JobSlot looking;
    private final Subscriptions subscriptions = new Subscriptions();
    private Supplier<List<SessionColumn>> columns = List::of;
    private Supplier<Times> times = () -> Times.UTC;

    Search(
            SessionsModel sessions,
            ConversationNames names,
            JobRunner runner,
            FxThread fx,
            Consumer<Throwable> failures) {
        this.sessions = sessions;
        this.names = names;
        looking = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        subscriptions.changes(model.text(), () -> look(true));
        subscriptions.changes(model.open(), () -> look(true));
        subscriptions.changes(sessions.listing(), () -> {
            if (sessions.listing().get().order() != model.hits().get().order()) { // not where a group was opened
                look(false);
            }
        });
    }

    SearchModel model() {
        return model;
    }

    /** What is looked through from now on. */
    void through(Supplier<List<SessionColumn>> shown, Supplier<Times> written) {
        columns = shown;
        times = written;
    }

    private void look(boolean wished) {
        if (!model.open().get() || model.text().get().isEmpty()) {
            looking.cancel();
            model.busy().set(false);
            model.found(SearchModel.Hits.NONE);
            return;
        }
        model.busy().set(true);
        SearchJob job = new SearchJob(
                sessions.listing().get(),
                columns.get(),
                model.text().get(),
                names,
                sessions.marks().get(),
                times.get());
        if (wished) {
            looking.restart(job, this::found);
        } else {
            looking.start(job, this::found);
        }
    }

    private void found(SearchModel.Hits hits) {
        model.busy().set(false);
        model.found(hits);
    }

    @Override
    public void close() {
        subscriptions.close();
        looking.close();
    }
}
