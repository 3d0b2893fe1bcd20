package org.rpcscope.ui.shell;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.CacheKey;
import org.rpcscope.cases.Import;
import org.rpcscope.cases.Imports;
import org.rpcscope.cases.KeptSource;
import org.rpcscope.cases.KeptSources;
import org.rpcscope.cases.SourceHashes;
import org.rpcscope.cases.TableCache;
import org.rpcscope.cases.TableKeeping;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.KeptFilters;
import org.rpcscope.session.Marks;
import org.rpcscope.session.SessionKey;
import org.rpcscope.session.Sessions;
import org.rpcscope.session.Status;
import org.rpcscope.ui.fx.FilePicker;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.moved.MovedController;
import org.rpcscope.ui.sessions.SessionsModel;
import org.rpcscope.ui.triage.ActivitySheet;
import org.rpcscope.ui.triage.TriageActions;
import org.rpcscope.ui.triage.TriageModel;

/**
 * Joins the case with the rest of the window: what is listed can be marked, marks are shown everywhere, and what a case
 * keeps beside them (inputs, profile, filter) is written as it changes and put in place when the case is opened. JavaFX
 * thread only.
 */
final class OpenCase implements TriageActions.Listed, AutoCloseable {

    private static final String SOURCES = "sources";

    /** What cases of older versions keep in their place: a path a line. */
    private static final String INPUTS = "inputs";

    private final Features features;
    private final Imports imports;
    private final SourceHashes hashes;
    private final TableKeeping tables;
    private final CacheKey key;
    private final String version;
    private final Opening opening;
    private final CaseProfile profile;
    private final CaseView view;
    private final Path ownCase;
    private final Consumer<String> notice;
    private final Texts texts;
    private List<KeptSource> known = List.of();
    private List<KeptSource> left = List.of();
    private boolean restoring;
    private boolean warned;

    /**
     * @param notice says something to the analyst
     * @param desk with the version of the program, which is the only one to read the tables that it keeps
     */
    OpenCase(
            Features features,
            Engine engine,
            Opening opening,
            CaseProfile profile,
            Consumer<String> notice,
            Texts texts,
            Desk desk) {
        this.features = features;
        this.imports = engine.imports();
        this.hashes = new SourceHashes(engine.runner(), imports);
        this.tables = new TableKeeping(engine.runner(), imports, hashes);
        this.key = desk.cacheKey();
        this.version = desk.version();
        this.ownCase = desk.ownCase();
        this.opening = opening;
        this.profile = profile;
        this.view = new CaseView(features.table().model(), features.triage().controller(), texts);
        this.notice = notice;
        this.texts = texts;
    }

    /** @param activity shows what was done to the case */
    TriageActions actions(FilePicker picker, Consumer<ActivitySheet> activity) {
        Features.Triage triage = features.triage();
        return TriageActions.of(triage.model(), triage.controller(), this, picker, texts, activity);
    }

    /** Shows marks where sessions are shown, and says what the disk says. */
    void join(Subscriptions subscriptions) {
        SessionsModel sessions = features.table().model();
        subscriptions.now(features.triage().model().marks(), marks -> {
            sessions.marks().set(marks);
            features.overview().controller().marks(marks);
        });
        subscriptions.now(features.triage().model().path(), path -> view.opened(path != null && !path.equals(ownCase)));
        subscriptions.now(sessions.selection(), this::chosen);
        subscriptions.now(
                sessions.several(),
                several -> features.triage()
                        .model()
                        .several()
                        .set(new TriageModel.Several(several.sessions().length, keys(several))));
        subscriptions.now(features.triage().model().notice(), text -> {
            if (text != null) {
                notice.accept(text);
            }
        });
    }

    private void chosen(SessionsModel.@Nullable Selection selection) {
        TriageModel triage = features.triage().model();
        Marks marks = triage.marks().get();
        triage.choose(
                selection == null ? null : marks.keyOf(selection.detection().sessions(), selection.number()));
    }

    /** Opens a case, and puts what it keeps in place. */
    @Override
    public void open(Path path) {
        features.triage().controller().open(path, this::restore);
    }

    /** Writes a copy of the case with what it keeps now, and goes on with that. */
    @Override
    public void save(Path path) {
        keep();
        view.keepFilters();
        features.triage().controller().saveAs(path);
    }

    private void restore(Map<String, String> kept) {
        profile.restore(kept);
        warned = false;
        view.restore(kept);
        known = KeptSources.read(kept.getOrDefault(SOURCES, kept.getOrDefault(INPUTS, "")));
        Path file = features.triage().model().path().get();
        if (file != null) {
            imports.cache(TableCache.beside(file, key, version));
        }
        if (file != null && !known.isEmpty()) {
            restoring = true;
            features.moved().controller().find(known, file, this::found);
        }
    }

    /** A text of the case is in its place again, by its name. */
    void putBack(String name, String text) {
        profile.putBack(name, text);
        view.putBack(name, text);
    }

    /** The filters that belong to no case. */
    KeptFilters ownFilters() {
        return view.own();
    }

    /** Opens what the case is made of in place of what is open. */
    private void found(MovedController.Answer answer) {
        left = answer.left();
        imports.assume(answer.found());
        opening.replace(answer.files(), () -> restoring = false);
        if (!left.isEmpty()) {
            notice.accept(texts.get(
                    "case.left", left.stream().map(KeptSource::fileName).collect(Collectors.joining(", "))));
        }
    }

    /** Writes what has changed of what a case keeps. Called ten times a second. */
    void look() {
        if (!warned && imports.all().stream().anyMatch(Import::distrusted)) {
            warned = true;
            notice.accept(texts.get("case.distrusted"));
        }
        Path file = features.triage().model().path().get();
        if (restoring || features.triage().controller().busy() || file == null) {
            return;
        }
        imports.cache(TableCache.beside(file, key, version));
        keep();
    }

    private void keep() {
        hashes.look();
        tables.look();
        List<KeptSource> now = sources();
        if (!now.isEmpty() && !now.equals(known)) {
            verify(now);
            known = now;
            features.triage().controller().keep(texts.get("case.log.inputs"), SOURCES, KeptSources.write(now));
        }
        view.keep();
    }

    /** The files that have been read, and those that the case keeps without them. */
    private List<KeptSource> sources() {
        List<KeptSource> sources = new ArrayList<>();
        for (Imports.OfFile each : imports.files()) {
            KeptSource before = KeptSources.find(known, each.file().toString());
            String hash = hashes.of(each.input());
            if (each.input().followed() && before != null) {
                sources.add(new KeptSource(
                        before.name(), before.size(), "", each.times())); // not written anew each time it grows
            } else if (each.input().state() == Import.State.DONE) {
                String stays = before == null ? "" : before.hash();
                sources.add(new KeptSource(
                        each.file().toString(),
                        each.size(),
                        each.grown() ? "" : hash.isEmpty() ? stays : hash,
                        each.times()));
            } else if (before != null) {
                sources.add(before);
            }
        }
        left.stream()
                .filter(one -> sources.stream().noneMatch(other -> other.name().equals(one.name())))
                .forEach(sources::add);
        return sources;
    }

    /** Says of a file that stands where one of the case was, and is another one. */
    private void verify(List<KeptSource> now) {
        for (KeptSource source : now) {
            KeptSource before = KeptSources.find(known, source.name());
            String was = before == null ? "" : before.hash();
            if (!was.isEmpty() && !source.hash().isEmpty() && !was.equals(source.hash())) {
                notice.accept(texts.get("case.differs", source.fileName()));
            }
        }
    }

    @Override
    public Supplier<List<SessionKey>> keys() {
        return keys(features.table().model().listed().getValue());
    }

    private Supplier<List<SessionKey>> keys(SessionsModel.Listed listed) {
        Marks marks = features.triage().model().marks().get();
        Detection detection = listed.detection();
        return () -> {
            List<SessionKey> keys = new ArrayList<>();
            if (detection != null) {
                for (int session : listed.sessions()) {
                    keys.add(marks.keyOf(detection.sessions(), session));
                }
            }
            return keys;
        };
    }

    @Override
    public IntSupplier nextNew() {
        SessionsModel.Listed listed = features.table().model().listed().getValue();
        SessionsModel.Selection selection = features.table().model().selection().get();
        Marks marks = features.triage().model().marks().get();
        Detection detection = listed.detection();
        int chosen = selection == null ? -1 : selection.number();
        return () -> detection == null ? -1 : nextNew(listed.sessions(), detection.sessions(), marks, chosen);
    }

    private static int nextNew(int[] listed, Sessions sessions, Marks marks, int chosen) {
        int from = 0;
        for (int line = 0; line < listed.length; line++) {
            if (listed[line] == chosen) {
                from = line + 1;
                break;
            }
        }
        for (int i = 0; i < listed.length; i++) {
            int session = listed[(from + i) % listed.length];
            if (session != chosen && marks.of(sessions, session).status() == Status.NEW) {
                return session;
            }
        }
        return -1;
    }

    @Override
    public void choose(int session) {
        features.table().controller().choose(session);
    }

    /** Lets the case keep what was changed since the last look; it is written when the case is closed. */
    @Override
    public void close() {
        view.keepLast();
        tables.close();
        hashes.close();
    }
}
