package org.rpcscope.ui.sources;

import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.jspecify.annotations.Nullable;
import org.rpcscope.input.Assumed;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** Says of which year dates were taken that name none, and takes them as of another one. JavaFX thread only. */
final class YearChoice {

    /** Logs are rarely older when somebody opens them. */
    private static final int YEARS = 8;

    private final Texts texts;
    private final Consumer<@Nullable Integer> chosen;
    private final MenuButton button = Styles.with(new MenuButton(), "assumed-choice", Styles.SMALL);
    private int latest = Integer.MIN_VALUE; // of those that are offered

    /** @param chosen is told the year; null for the one that follows from the file's date */
    YearChoice(Texts texts, Consumer<@Nullable Integer> chosen) {
        this.texts = texts;
        this.chosen = chosen;
        button.setId("year-choice");
    }

    MenuButton node() {
        return button;
    }

    /** Shows the year that was taken. */
    void show(Assumed.Years years) {
        if (latest != years.latest()) {
            latest = years.latest();
            MenuItem byDate = new MenuItem(texts.get("sources.year-of-file"));
            byDate.setOnAction(_ -> chosen.accept(null));
            button.getItems().setAll(byDate);
            IntStream.range(0, YEARS).map(i -> latest - i).forEach(year -> {
                MenuItem item = new MenuItem(String.valueOf(year));
                item.setOnAction(_ -> chosen.accept(year));
                button.getItems().add(item);
            });
        }
        Integer said = years.chosen();
        button.setText(
                said == null
                        ? texts.get("sources.assumed-date", String.valueOf(latest))
                        : texts.get("sources.assumed-year", String.valueOf(said)));
        button.setAccessibleText(button.getText());
    }
}
