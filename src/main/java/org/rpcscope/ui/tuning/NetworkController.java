package org.rpcscope.ui.tuning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Coverage;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Effect;
import org.rpcscope.detect.Suggestions;
import org.rpcscope.job.Job;
import org.rpcscope.job.JobRunner;
import org.rpcscope.job.Progress;
import org.rpcscope.net.Cidr;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Tier;
import org.rpcscope.tuning.NetworkEdits;
import org.rpcscope.tuning.NetworkEdits.Place;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.lists.ListFormat;
import org.rpcscope.tuning.lists.ListText;
import org.rpcscope.ui.fx.FxThread;
import org.rpcscope.ui.fx.JobSlot;
import org.rpcscope.ui.fx.Subscriptions;

/**
 * Finds out what the lines of the lists cover and what switching them would change, and reads and writes lists, off the
 * window's thread. JavaFX thread only.
 */
public final class NetworkController implements AutoCloseable {

    private static final long DRAFT = -1;
    private static final Duration PAUSE = Duration.millis(60);

    private final TuningModel tuning;
    private final NetworkModel model;
    private final JobSlot coverages;
    private final JobSlot turns;
    private final JobSlot suggestions;
    private final JobSlot texts;
    private final JobSlot files;
    private final JobSlot reviews;
    private final Subscriptions subscriptions = new Subscriptions();
    private final ObjectProperty<@Nullable String> pasting = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable ListText> preview = new SimpleObjectProperty<>();
    private @Nullable Detection detection;
    private List<Cidr> covered = List.of();
    private @Nullable Detection coveredIn;

    NetworkController(TuningModel tuning, JobRunner runner, FxThread fx, Consumer<Throwable> failures) {
        this.tuning = tuning;
        this.model = tuning.networks();
        coverages = new JobSlot(runner, fx, JobSlot.Older.FINISHED, PAUSE, failures);
        turns = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, PAUSE, failures);
        suggestions = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        texts = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, failures);
        reviews = new JobSlot(runner, fx, JobSlot.Older.CANCELLED, failures);
        files = new JobSlot(runner, fx, JobSlot.Older.FINISHED, failures);
        subscriptions.changes(tuning.edited(), this::review);
        subscriptions.changes(tuning.pending(), this::review); // other lines hold
        subscriptions.changes(tuning.review(), this::look);
        subscriptions.changes(model.inView(), this::turns);
        subscriptions.changes(pasting, this::understand);
    }

    /** The text that is being pasted, or null where no sheet is open. */
    ObjectProperty<@Nullable String> pasting() {
        return pasting;
    }

    /** What the text that is being pasted holds, or null while that is unknown. */
    ObjectProperty<@Nullable ListText> preview() {
        return preview;
    }

    /** Opens the sheet for a text that is to be pasted. */
    void paste(String text) {
        pasting.set(text);
    }

    void show(Detection next) {
        detection = next;
        look();
        if (next.sessions().tables().stream().allMatch(ObservationTable::ended)) { // half a file speaks for little
            suggestions.start(Job.of("suggestions", progress -> Suggestions.of(next, progress)), model.found()::set);
        }
    }

    private void review() {
        Profile edited = tuning.edited().get();
        Profile applied = tuning.applied();
        reviews.start(Job.of("lines", _ -> NetworkReview.of(edited, applied)), tuning::take);
    }

    private void look() {
        model.look();
        Detection now = detection;
        if (now != null) {
            cover(now);
            turns();
        }
    }

    private void cover(Detection now) {
        List<NetworkRow> rows = new ArrayList<>();
        List<Cidr> networks = new ArrayList<>();
        for (NetworkList list : NetworkList.values()) {
            List<NetworkReview.Line> lines = tuning.review().get().of(list);
            for (int i = 0; i < lines.size(); i++) {
                Cidr network = lines.get(i).network();
                if (network != null && i < tuning.rows(list).size()) {
                    rows.add(tuning.rows(list).get(i));
                    networks.add(network);
                }
            }
        }
        if (now == coveredIn && networks.equals(covered)) {
            return;
        }
        boolean edited = now == coveredIn;
        coveredIn = now;
        covered = networks;
        Job<List<Coverage>> job = Job.of("coverage", progress -> Coverage.of(now, networks, progress));
        Consumer<List<Coverage>> result = counted -> {
            for (int i = 0; i < counted.size(); i++) {
                if (networks.get(i).equals(rows.get(i).entry().get().network())) { // not edited meanwhile
                    rows.get(i).cover(counted.get(i));
                }
            }
        };
        if (edited) {
            coverages.restart(
                    job, result); // all sessions are looked at: not for every place of a network that is dragged
        } else {
            coverages.start(job, result);
        }
    }

    /** Counts for the lines in view alone: each is a boundary of its own. */
    private void turns() {
        Detection now = detection;
        if (now == null) {
            return;
        }
        Profile profile = tuning.edited().get();
        List<NetworkRow> rows = model.inView().get();
        List<Place> places = rows.stream().map(tuning::place).toList();
        turns.start(Job.of("turns", progress -> turns(now, profile, places, progress)), found -> {
            for (int i = 0; i < found.size(); i++) {
                rows.get(i).turn(found.get(i));
            }
        });
    }

    private static List<NetworkRow.Turn> turns(Detection now, Profile profile, List<Place> places, Progress progress) {
        Detection draft = now.under(profile.networks(DRAFT));
        List<NetworkRow.Turn> turns = new ArrayList<>();
        for (Place place : places) {
            if (progress.cancelled() || place.index() < 0) {
                return turns;
            }
            boolean on = place.list().of(profile).get(place.index()).enabled();
            Profile other = NetworkEdits.enable(profile, List.of(place), !on);
            Effect effect = draft.whatIf(other.networks(DRAFT));
            int confirmed = effect.removedByTier()[Tier.CONFIRMED.ordinal()];
            turns.add(new NetworkRow.Turn(effect.added(), effect.removed(), confirmed));
        }
        return turns;
    }

    private void understand() {
        String text = pasting.get();
        if (text == null) {
            preview.set(null);
        } else {
            texts.start(Job.of("paste", _ -> ListFormat.read(text)), preview::set);
        }
    }

    /** Reads a file and opens the sheet with its text. */
    void read(Path file) {
        files.start(
                Job.of("networks", _ -> {
                    try {
                        return Files.size(file) > ListFormat.LONGEST
                                ? new Text(null, file.getFileName() + ": longer than any list")
                                : new Text(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), "");
                    } catch (IOException e) {
                        return new Text(null, file.getFileName() + ": " + e);
                    }
                }),
                read -> {
                    tuning.notice().set(read.text == null ? read.fault : null);
                    pasting.set(read.text);
                });
    }

    /** What a file holds, or why it cannot be read. */
    private record Text(@Nullable String text, String fault) {}

    /** Writes the lists of the draft to a file. */
    void write(Path file, ListFormat format, NetworkList list) {
        Profile profile = tuning.edited().get();
        files.start(
                Job.of("networks", _ -> {
                    try {
                        Files.writeString(file, format.write(profile, list));
                        return "";
                    } catch (IOException e) {
                        return file.getFileName() + ": " + e;
                    }
                }),
                fault -> tuning.notice().set(fault.isEmpty() ? null : fault));
    }

    @Override
    public void close() {
        subscriptions.close();
        coverages.close();
        turns.close();
        suggestions.close();
        texts.close();
        files.close();
        reviews.close();
    }
}
