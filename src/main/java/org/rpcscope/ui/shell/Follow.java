package org.rpcscope.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.Following;
import org.rpcscope.detect.Detection;
import org.rpcscope.job.Job;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.FilePicker;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.JobSlot;
import org.rpcscope.ui.fx.Texts;

/**
 * Follows files and folders while the window is open: looks at them once a second in a job, and says once what flagged
 * sessions have come. JavaFX thread only.
 */
final class Follow implements AutoCloseable {

    /** The window looks ten times a second; the disk is looked at less often. */
    private static final int LOOKS = 10;

    private final Following following;
    private final Parts parts;
    private final BiConsumer<String, Runnable> notice;
    private final Texts texts;
    private final JobSlot steps;
    private final JobSlot counting;
    private final BooleanProperty active = new SimpleBooleanProperty();
    private int looks;
    private Arrivals.@Nullable Known known;
    private @Nullable Detection counted;
    private int unseen;

    /** What it is made of, beside what it follows. */
    record Parts(Engine engine, Opening opening, FilePicker picker, FxThread fx) {}

    /** @param notice shows a line, and calls back when the analyst has sent it away */
    Follow(
            Following following,
            Parts parts,
            BiConsumer<String, Runnable> notice,
            Texts texts,
            Consumer<Throwable> failures) {
        this.following = following;
        this.parts = parts;
        this.notice = notice;
        this.texts = texts;
        steps = new JobSlot(parts.engine().runner(), parts.fx(), JobSlot.Older.FINISHED, failures);
        counting = new JobSlot(parts.engine().runner(), parts.fx(), JobSlot.Older.FINISHED, failures);
    }

    List<Action> actions() {
        return List.of(
                Action.always("file.follow", Icon.FOLLOW, null, this::askForFolder),
                Action.when("file.unfollow", null, null, active, this::stop));
    }

    private void askForFolder() {
        Path folder =
                parts.picker().folder(texts.get("follow.title"), parts.opening().lastFolder());
        if (folder != null) {
            following.follow(folder);
        }
    }

    private void stop() {
        steps.restart(
                Job.of("unfollow", _ -> {
                    following.stop();
                    return true;
                }),
                _ -> {});
    }

    /** Looks whether anything has changed. Called ten times a second, with the flagged sessions as they are now. */
    void look(@Nullable Detection now) {
        active.set(following.active());
        if (!active.get()) {
            known = null;
            counted = null;
            return;
        }
        count(now);
        if (looks++ % LOOKS == 0 && !steps.busy()) {
            steps.start(
                    Job.of("follow", _ -> {
                        following.step();
                        return true;
                    }),
                    _ -> {});
        }
    }

    /** What was flagged before anything is followed is no news, nor is what a rule flags of what was there. */
    private void count(@Nullable Detection now) {
        if (counting.busy() || now == null && known != null || now != null && now == counted) {
            return;
        }
        Detection before = counted;
        counted = now;
        Arrivals.Known soFar = known;
        if (now == null) {
            known = Arrivals.Known.NOTHING;
            return;
        }
        boolean silent = soFar == null || before != null && Arrivals.sameSessions(before, now);
        Arrivals arrivals = Arrivals.of(now, parts.engine().imports().all());
        counting.start(
                Job.of("arrivals", _ -> arrivals.since(soFar == null ? Arrivals.Known.NOTHING : soFar)),
                news -> tell(news, silent));
    }

    private void tell(Arrivals.News news, boolean silent) {
        known = news.known();
        if (silent || news.count() == 0) {
            return;
        }
        unseen += news.count();
        notice.accept(texts.count("follow.arrived", unseen) + " " + news.last(), () -> unseen = 0);
    }

    @Override
    public void close() {
        steps.close();
        counting.close();
    }
}
