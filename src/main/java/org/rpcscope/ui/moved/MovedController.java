package org.rpcscope.ui.moved;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.KeptSource;
import org.rpcscope.cases.SourceSearch;
import org.rpcscope.cases.SourceSearch.Found;
import org.rpcscope.cases.SourceSearch.State;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobRunner;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.JobSlot;

/** Looks for the sources of a case, and asks for those that are not found. JavaFX thread only. */
public final class MovedController implements AutoCloseable {

    /**
     * What came of it.
     *
     * @param found those to be opened
     * @param left sources that the case keeps without their files
     */
    public record Answer(List<Found> found, List<KeptSource> left) {
        /** The files to be opened, as they are now. */
        public List<Path> files() {
            return found.stream().map(Found::file).toList();
        }
    }

    private final MovedModel model;
    private final JobSlot looking;
    private @Nullable Consumer<Answer> waiting;

    public MovedController(MovedModel model, JobRunner runner, FxThread fx, Consumer<Throwable> failures) {
        this.model = model;
        this.looking = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, failures);
    }

    /**
     * Looks for the sources of a case.
     *
     * @param answer called when all are found, or the analyst has said what is to become of the others
     */
    public void find(List<KeptSource> sources, Path openCase, Consumer<Answer> answer) {
        model.ask(List.of());
        waiting = answer;
        looking.start(SourceSearch.of(sources, openCase), found -> {
            if (found.stream().allMatch(each -> each.state() == State.THERE || each.state() == State.FOUND)) {
                answer(found, false);
            } else {
                model.ask(found);
            }
        });
    }

    /** Takes a file for one of the sources, and those beside it for others. */
    void take(Found which, Path file) {
        look(SourceSearch.taking(model.asked().get(), which.source(), file));
    }

    /** Looks for all in a folder. */
    void search(Path folder) {
        look(SourceSearch.in(model.asked().get(), folder));
    }

    private void look(Job<List<Found>> job) {
        model.looking(true);
        looking.start(job, found -> {
            model.looking(false);
            model.ask(found);
        });
    }

    /** Goes on with what was found. */
    void go(boolean differing) {
        answer(model.asked().get(), differing);
    }

    private void answer(List<Found> found, boolean differing) {
        Consumer<Answer> to = waiting;
        waiting = null;
        model.looking(false);
        model.ask(List.of());
        if (to != null) {
            to.accept(new Answer(MovedModel.opened(found, differing), MovedModel.left(found, differing)));
        }
    }

    @Override
    public void close() {
        looking.close();
    }
}
