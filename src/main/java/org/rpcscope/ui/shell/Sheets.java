package org.rpcscope.ui.shell;

import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.rpcscope.ui.fx.Theme;

/** The author sheets of the window: one for controls, one a feature. */
final class Sheets {

    private Sheets() {}

    static List<String> all() {
        return Stream.concat(
                        Stream.of(Theme.controls()),
                        Stream.of(
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
                                        "rules/rules.css")
                                .map(Sheets::url))
                .toList();
    }

    private static String url(String file) {
        URL url = Sheets.class.getResource("/org/rpcscope/ui/" + file);
        return Objects.requireNonNull(url, file).toExternalForm();
    }
}
