package org.rpcscope.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.rpcscope.ui.fx.Density;
import org.rpcscope.ui.fx.FontSize;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Theme;

/**
 * The author sheets of the window: one for controls, one a feature, and what the analyst wants of lines and words. JavaFX
 * thread only.
 */
final class Sheets {

    private static final List<String> FEATURES = List.of(
            "shell/shell.css",
            "sources/sources.css",
            "columns/columns.css",
            "moved/moved.css",
            "sessions/sessions.css",
            "overview/overview.css",
            "triage/triage.css",
            "hosts/hosts.css",
            "graph/graph.css",
            "addressmap/addressmap.css",
            "inspector/inspector.css",
            "conversation/conversation.css",
            "related/related.css",
            "tuning/tuning.css",
            "rules/rules.css");

    private static final String CONTROLS = "fx/controls.css";

    private final ObservableList<String> all = FXCollections.observableArrayList();

    /** The sheets for each scene, changed in place when the analyst wants others. */
    ObservableList<String> all() {
        return all;
    }

    /** Lets the window look as it is wished from now on. */
    void follow(Switches switches, Subscriptions subscriptions) {
        Runnable look = () -> {
            switches.theme().get().apply(switches.fontSize().get());
            show(switches.density().get(), switches.fontSize().get());
        };
        look.run();
        subscriptions.changes(switches.theme(), look);
        subscriptions.changes(Theme.schemes(), look);
        subscriptions.changes(switches.fontSize(), look);
        subscriptions.changes(switches.density(), look);
    }

    /** Takes other heights of lines and sizes of words. */
    private void show(Density density, FontSize size) {
        List<String> next = new ArrayList<>(List.of(scaled(CONTROLS, size)));
        FEATURES.forEach(file -> next.add(scaled(file, size)));
        if (!density.rules().isEmpty()) {
            next.add(Theme.sheet(density.rules()));
        }
        if (!next.equals(all)) { // each change of it is a change of every style
            all.setAll(next);
        }
    }

    private static String scaled(String file, FontSize size) {
        String path = "/org/rpcscope/ui/" + file;
        if (size == FontSize.NORMAL) {
            return Objects.requireNonNull(Sheets.class.getResource(path), file).toExternalForm();
        }
        try (InputStream in = Objects.requireNonNull(Sheets.class.getResourceAsStream(path), file)) {
            return Theme.sheet(size.scaled(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // it is in our own jar
        }
    }
}
