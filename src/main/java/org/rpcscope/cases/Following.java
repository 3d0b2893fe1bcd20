package org.rpcscope.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;

/**
 * Follows files that are being written, and folders in which files come up. Of a log of lines that has grown, only what has
 * come is read, by the reader that read it before: it still knows what lines say of later ones. What is packed, text of
 * UTF-16, wrapped by another program, an event log of Windows, a capture, or not much yet, is read again from its beginning;
 * of a capture, because packets are put together across all of it by several threads, and what these hold at its end cannot
 * be kept while its end is shown. Either way it is read beside what was read before, and then takes its place: what is shown
 * is always what opening the file anew would show, also where one record completes another. Reading again waits at least
 * {@value #PAUSES} times as long as the last reading took. A line or a packet that is not complete yet waits.
 *
 * <p>When a log is rotated, by renaming or by copying and emptying, what it had stays in the case, read to its end under the
 * name that it has got where that is found; what has its name now is another input.
 *
 * <p>Any thread asks and tells; {@link #step} touches the disk and is called again and again by one job at a time.
 */
public final class Following {

    private static final int PAUSES = 4;

    private final Imports imports;
    private final int pauses;
    private final Map<Path, Followed> files = new LinkedHashMap<>();
    private final Map<Path, Set<Path>> folders = new LinkedHashMap<>(); // with the files that were seen there

    private volatile boolean active;

    public Following(Imports imports) {
        this(imports, PAUSES);
    }

    Following(Imports imports, int pauses) {
        this.imports = imports;
        this.pauses = pauses;
    }

    /** Whether an input can be followed: a file, no archive, and read already. Does not touch the disk. */
    public boolean canFollow(Import input) {
        boolean read = input.state() == Import.State.DONE || input.state() == Import.State.UNKNOWN_FORMAT;
        boolean archive = input.state() == Import.State.DONE && input.table() == null;
        return read && !archive && imports.fileOf(input) != null;
    }

    /** Follows the file of an input from now on. */
    public synchronized void follow(Import input) {
        Path file = imports.fileOf(input);
        if (file != null) {
            active = true;
            input.follow(true);
            files.put(file, new Followed(file));
        }
    }

    /** Opens the files of a folder and of those in it, and follows them and each that comes up there. */
    public synchronized void follow(Path folder) {
        active = true;
        folders.putIfAbsent(Imports.canonical(folder), new HashSet<>());
    }

    /** Follows an input no longer. Its last line is read as it stands. */
    public synchronized void stop(Import input) {
        Path file = imports.fileOf(input);
        Followed one = file == null ? null : files.remove(file);
        if (one != null) {
            Import reading = one.next();
            if (reading != null) {
                reading.follow(false);
                reading.cancel();
            }
            input.follow(false);
            again(input, one, one.file(), false);
        }
        active = !files.isEmpty() || !folders.isEmpty();
    }

    /** Follows nothing any longer. */
    public synchronized void stop() {
        folders.clear();
        List.copyOf(files.keySet()).forEach(file -> {
            Import input = imports.find(file);
            if (input != null) {
                stop(input);
            }
        });
        files.clear();
        active = false;
    }

    /** Whether anything is followed. */
    public boolean active() {
        return active;
    }

    /** Looks once at all that is followed and starts to read what has changed. On the thread of a job. */
    public void step() {
        for (Followed one : followed()) {
            Import input = imports.find(one.file());
            if (input == null) {
                forget(one);
            } else if (isDue(one, input)) {
                step(one, input);
            }
        }
        for (Path folder : folders()) {
            look(folder);
        }
    }

    private synchronized List<Followed> followed() {
        return List.copyOf(files.values());
    }

    private synchronized List<Path> folders() {
        return List.copyOf(folders.keySet());
    }

    private synchronized void forget(Followed one) {
        files.remove(one.file(), one);
        active = !files.isEmpty() || !folders.isEmpty();
    }

    /** Whether nobody reads it, and long enough passed since somebody did. */
    private boolean isDue(Followed one, Import input) {
        Import next = one.next();
        boolean idle = input.state().isEnd() && (next == null || next.state().isEnd());
        return idle && input.endedAgoNanos() >= pauses * input.elapsedNanos();
    }

    private synchronized void step(Followed one, Import input) {
        if (files.get(one.file()) != one) {
            return; // stopped meanwhile
        }
        switch (one.look(input.format())) {
            case NONE -> {}
            case GROWN -> again(input, one, one.file(), true);
            case ROTATED -> rotated(one, input);
        }
    }

    private void rotated(Followed one, Import input) {
        Path former = one.formerContent();
        input.follow(false);
        if (former == null) {
            imports.detach(input);
        } else if (imports.find(former) != null) {
            imports.remove(input); // that one has it
        } else {
            again(input, one, former, false);
        }
        one.begin();
        Import fresh = imports.openGrowing(one.file());
        fresh.arrives();
        fresh.follow(true);
    }

    /** Reads the file of an input again, which may have got another name. */
    private void again(Import input, Followed one, Path now, boolean growing) {
        Import next = new Import(now.equals(one.file()) ? input.name() : now.toString(), growing);
        next.follow(growing);
        next.arrives();
        ObservationTable table = input.table();
        Input known = table == null ? null : table.input();
        imports.refresh(
                input, next, now, new Followed.Again(now, growing, known, now.equals(one.file()) ? input : null));
        one.next(growing ? next : null);
    }

    private void look(Path folder) {
        List<Path> there = files(folder);
        synchronized (this) {
            Set<Path> seen = folders.get(folder);
            if (seen == null) {
                return;
            }
            boolean first = seen.add(folder);
            for (Path file : there) {
                if (seen.add(file)) {
                    come(file, first);
                }
            }
        }
    }

    private void come(Path path, boolean first) {
        Path file = Imports.canonical(path);
        Import known = imports.find(file);
        if (known != null) {
            if (!files.containsKey(file)) {
                follow(known);
            }
            return;
        }
        Followed one = new Followed(file);
        one.begin();
        Import input = imports.openGrowing(path);
        if (!first) {
            input.arrives();
        }
        input.follow(true);
        files.put(file, one);
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | UncheckedIOException e) { // away for now
            return List.of();
        }
    }
}
