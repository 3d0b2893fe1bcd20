package org.rpcscope.ui.sessions;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;
import org.rpcscope.export.CsvLine;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Clip;
import org.rpcscope.ui.fx.Defang;
import org.rpcscope.ui.fx.Icon;

/** What can be done with the selected lines. JavaFX thread only. */
public final class SessionActions {

    private final SessionsModel model;
    private final SessionsController controller;
    private final Clip clip;

    public SessionActions(SessionsModel model, SessionsController controller, Clip clip) {
        this.model = model;
        this.controller = controller;
        this.clip = clip;
    }

    /** Copying the lines or their addresses, as they are and defanged, in groups. */
    public List<List<Action>> copying() {
        return List.of(
                List.of(
                        copy("copy.row", "shortcut+C", "\n", row -> line(row, false)),
                        copy("copy.row-defanged", "shortcut+shift+C", "\n", row -> line(row, true)),
                        copy("copy.row-csv", null, "", row -> CsvLine.of(cells(row, false)))),
                List.of(
                        copy("copy.source", null, "\n", row -> row.text(SessionColumn.SOURCE)),
                        copy(
                                "copy.source-defanged",
                                null,
                                "\n",
                                row -> Defang.address(row.text(SessionColumn.SOURCE)))),
                List.of(
                        copy("copy.destination", null, "\n", row -> row.text(SessionColumn.DESTINATION)),
                        copy(
                                "copy.destination-defanged",
                                null,
                                "\n",
                                row -> Defang.address(row.text(SessionColumn.DESTINATION)))));
    }

    private Action copy(String id, @Nullable String key, String between, Function<SessionRow, String> text) {
        ObservableBooleanValue chosen = Bindings.isNotNull(model.selected());
        Icon icon = id.equals("copy.row") ? Icon.COPY : null;
        return Action.when(id, icon, key, chosen, () -> controller.words(text, between, clip::copy));
    }

    /** All cells of a line, with tabs between them, as spreadsheets take them. */
    private static String line(SessionRow row, boolean defanged) {
        return String.join("\t", cells(row, defanged));
    }

    private static List<String> cells(SessionRow row, boolean defanged) {
        return Arrays.stream(SessionColumn.values())
                .map(column -> defanged && column.address() ? Defang.address(row.text(column)) : row.whole(column))
                .toList();
    }
}
