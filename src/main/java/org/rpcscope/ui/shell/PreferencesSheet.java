package org.rpcscope.ui.shell;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.SegmentedButton;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.Density;
import org.rpcscope.ui.fx.FilePicker;
import org.rpcscope.ui.fx.FontSize;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Sheet;
import org.rpcscope.ui.fx.ShownAs;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;
import org.rpcscope.ui.fx.Theme;
import org.rpcscope.ui.fx.Times;

/** How the analyst likes the window. What is chosen holds at once, and is kept. JavaFX thread only. */
final class PreferencesSheet {

    private final Switches switches;
    private final Features.Rules rules;
    private final FilePicker picker;
    private final Texts texts;
    private final Label folder = new Label();
    private final Button forget = new Button(null, Icon.CANCEL.node());
    private final Button done;
    private final Sheet sheet;
    private final Subscriptions subscriptions = new Subscriptions();

    PreferencesSheet(Switches switches, Features.Rules rules, FilePicker picker, Texts texts) {
        this.switches = switches;
        this.rules = rules;
        this.picker = picker;
        this.texts = texts;
        GridPane grid = Styles.with(new GridPane(), "preferences-grid");
        grid.addRow(0, name("preferences.theme"), choice("theme", Theme.values(), Theme::label, switches.theme()));
        grid.addRow(1, name("preferences.zone"), zones());
        grid.add(Styles.wrapped(texts.get("preferences.zone.words"), Styles.MUTED, Styles.SMALL), 1, 2);
        grid.addRow(
                3,
                name("preferences.density"),
                choice("density", Density.values(), Density::label, switches.density()));
        grid.addRow(
                4, name("preferences.font"), choice("font", FontSize.values(), FontSize::label, switches.fontSize()));
        grid.addRow(5, name("preferences.rules"), own());
        done = Styles.with(new Button(texts.get("preferences.done")), "accent");
        done.setId("preferences-done");
        done.setDefaultButton(true);
        HBox foot = new HBox(done);
        foot.setAlignment(Pos.CENTER_RIGHT);
        VBox card = Styles.with(
                new VBox(Styles.label(texts.get("preferences.title"), "card-title"), grid, foot), "preferences");
        card.setId("preferences");
        sheet = new Sheet(card, this::close);
        done.setOnAction(_ -> close());
    }

    private Label name(String key) {
        Label name = new Label(texts.get(key));
        name.setMinWidth(Label.USE_PREF_SIZE); // what stands beside it is wide
        return name;
    }

    /** Shows it over the window in which a node stands. */
    void open(Node owner) {
        sheet.open(owner);
        done.requestFocus();
    }

    private void close() {
        sheet.close();
        subscriptions.close();
    }

    /** One of a few. */
    private <T> Node choice(String of, T[] values, Function<T, String> label, ObjectProperty<T> chosen) {
        SegmentedButton buttons = new SegmentedButton();
        for (T value : values) {
            ToggleButton button = new ToggleButton(texts.get("preferences." + of + "." + label.apply(value)));
            button.setId(of + "-" + label.apply(value));
            button.setOnAction(_ -> {
                button.setSelected(true); // a second click must not release it
                chosen.set(value);
            });
            subscriptions.now(chosen, now -> button.setSelected(now == value));
            buttons.getButtons().add(button);
        }
        return buttons;
    }

    private Node zones() {
        Stream<String> named = ZoneId.getAvailableZoneIds().stream()
                .filter(name -> name.contains("/") && !name.startsWith("SystemV"))
                .sorted();
        List<String> names = Stream.concat(Stream.of(Times.UTC.label(), Times.LOCAL), named)
                .distinct()
                .toList();
        SearchableComboBox<String> zones = new SearchableComboBox<>(FXCollections.observableArrayList(names));
        zones.setId("preferences-zone");
        zones.setAccessibleText(texts.get("preferences.zone"));
        zones.setConverter(new ShownAs<>(name -> ZoneMenu.words(name, texts)));
        zones.setMaxWidth(Double.MAX_VALUE);
        subscriptions.now(switches.zone(), zones::setValue);
        zones.valueProperty().subscribe(name -> {
            if (name != null) {
                switches.zone().set(name);
            }
        });
        return zones;
    }

    private Node own() {
        Button choose = new Button(texts.get("preferences.rules.choose"));
        choose.setId("preferences-rules");
        choose.setOnAction(_ -> {
            Path chosen = picker.folder(
                    texts.get("preferences.rules"), rules.model().folder().get());
            if (chosen != null) {
                rules.controller().folder(chosen);
            }
        });
        forget.getStyleClass().add(Styles.ICON_BUTTON);
        forget.setTooltip(new Tooltip(texts.get("preferences.rules.forget")));
        forget.setAccessibleText(texts.get("preferences.rules.forget"));
        forget.setOnAction(_ -> rules.controller().folder(null));
        folder.setMaxWidth(240);
        subscriptions.now(rules.model().folder(), this::show);
        HBox row = Styles.with(new HBox(folder, choose, forget), "preferences-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show(@Nullable Path chosen) {
        folder.setText(chosen == null ? texts.get("preferences.rules.none") : chosen.toString());
        forget.setVisible(chosen != null);
    }
}
