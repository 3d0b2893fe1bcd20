package org.rpcscope.ui.sessions;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.Action;
import org.rpcscope.ui.fx.Clip;
import org.rpcscope.ui.fx.Defang;
import org.rpcscope.ui.fx.Icon;

/** What can be done with the chosen line. JavaFX thread only. */
public final class SessionActions {

    private final SessionsModel model;
    private final Clip clip;

    public SessionActions(SessionsModel model, Clip clip) {
        this.model = model;
        this.clip = clip;
    }

    /** Copying the line or an address, as it is and defanged, in groups. */
    public List<List<Action>> copying() {
        return List.of(
                List.of(
                        copy("copy.row", "shortcut+C", row -> line(row, false)),
                        copy("copy.row-defanged", "shortcut+shift+C", row -> line(row, true))),
                List.of(
                        copy("copy.source", null, row -> row.text(SessionColumn.SOURCE)),
                        copy("copy.source-defanged", null, row -> Defang.address(row.text(SessionColumn.SOURCE)))),
                List.of(
                        copy("copy.destination", null, row -> row.text(SessionColumn.DESTINATION)),
                        copy(
                                "copy.destination-defanged",
                                null,
                                row -> Defang.address(row.text(SessionColumn.DESTINATION)))));
    }

    private Action copy(String id, @Nullable String key, Function<SessionRow, String> text) {
        ObservableBooleanValue chosen = Bindings.isNotNull(model.selected());
        return Action.when(id, id.equals("copy.row") ? Icon.COPY : null, key, chosen, () -> {
            SessionRow row = model.selected().get();
            if (row != null) {
                clip.copy(text.apply(row));
            }
        });
    }

    /** All cells of a line, with tabs between them, as spreadsheets take them. */
    private static String line(SessionRow row, boolean defanged) {
        return Arrays.stream(SessionColumn.values())
                .map(column -> defanged && column.address() ? Defang.address(row.text(column)) : row.whole(column))
                .collect(Collectors.joining("\t"));
    }
}
