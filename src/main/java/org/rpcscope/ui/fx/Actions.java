package org.rpcscope.ui.fx;

import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/** Makes controls from actions. JavaFX thread only. */
public final class Actions {

    private final Texts texts;

    public Actions(Texts texts) {
        this.texts = texts;
    }

    /** The words for an action. */
    public String label(Action action) {
        return texts.get("action." + action.id());
    }

    /** The words for an action, and what it would act on now. */
    public String wording(Action action) {
        ObservableStringValue what = action.what();
        String of = what == null ? "" : what.get();
        return of.isEmpty() ? label(action) : texts.get("action.about", label(action), of);
    }

    /** Writes words that may change while the control is there; weakly, since the model outlives it. */
    private static void write(Property<String> words, Action action, Supplier<String> text) {
        words.setValue(text.get());
        if (action.what() instanceof ObservableStringValue what) {
            words.bind(Bindings.createStringBinding(text::get, what));
        }
    }

    /** A menu of groups of actions, with a line between the groups. The title is the text of {@code menu.ID}. */
    public Menu menu(String id, List<List<Action>> groups) {
        Menu menu = new Menu(texts.get("menu." + id));
        menu.setId("menu-" + id);
        for (List<Action> group : groups) {
            if (!menu.getItems().isEmpty()) {
                menu.getItems().add(new SeparatorMenuItem());
            }
            group.forEach(action -> menu.getItems().add(item(action, action.key())));
        }
        return menu;
    }

    /** The item of an action in a context menu, which shows no shortcut: the menu bar owns it. */
    public MenuItem contextItem(Action action) {
        return item(action, null);
    }

    private MenuItem item(Action action, @Nullable KeyCombination key) {
        MenuItem item = switch (action.effect()) {
            case Action.Run(ObservableBooleanValue enabled, Runnable handler) -> {
                MenuItem run = new MenuItem();
                write(run.textProperty(), action, () -> wording(action));
                run.setOnAction(_ -> handler.run());
                run.disableProperty().bind(Bindings.not(enabled)); // weakly: the model outlives the control
                yield run;
            }
            case Action.Toggle(BooleanProperty state) -> {
                CheckMenuItem toggle = new CheckMenuItem(label(action));
                toggle.selectedProperty().bindBidirectional(state);
                yield toggle;
            }
        };
        item.setId("item-" + action.id().replace('.', '-')); // a dot would end a selector
        item.setAccelerator(key);
        return item;
    }

    /** A button with picture and words. */
    public ButtonBase button(Action action) {
        ButtonBase button = bare(action);
        button.setText(label(action));
        if (action.icon() != null) {
            button.setGraphic(action.icon().node());
        }
        return button;
    }

    /** A small button with a picture alone; its words are a tooltip and its accessible name. */
    public ButtonBase iconButton(Action action) {
        ButtonBase button = bare(action);
        button.setGraphic(action.picture().node());
        button.getStyleClass().add(Styles.ICON_BUTTON);
        write(button.accessibleTextProperty(), action, () -> wording(action));
        return button;
    }

    private ButtonBase bare(Action action) {
        ButtonBase button = switch (action.effect()) {
            case Action.Run(ObservableBooleanValue enabled, Runnable handler) -> {
                Button run = new Button();
                run.setOnAction(_ -> handler.run());
                run.disableProperty().bind(Bindings.not(enabled));
                yield run;
            }
            case Action.Toggle(BooleanProperty state) -> {
                ToggleButton toggle = new ToggleButton();
                toggle.selectedProperty().bindBidirectional(state);
                yield toggle;
            }
        };
        button.setId("button-" + action.id().replace('.', '-'));
        Tooltip hint = new Tooltip();
        write(hint.textProperty(), action, () -> hint(action));
        button.setTooltip(hint);
        return button;
    }

    /** The words for an action with its shortcut, as a tooltip says them. */
    public String hint(Action action) {
        KeyCombination key = action.key();
        return key == null ? wording(action) : wording(action) + "  " + key.getDisplayText();
    }
}
