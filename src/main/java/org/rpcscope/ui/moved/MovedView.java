package org.rpcscope.ui.moved;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rpcscope.cases.SourceSearch.Found;
import org.rpcscope.cases.SourceSearch.State;
import org.rpcscope.ui.fx.FilePicker;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Sheet;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The card with a line for each source that is looked for, and what was found of it. JavaFX thread only. */
public final class MovedView implements AutoCloseable {

    private static final int LONGEST_LIST = 200;

    private final MovedController controller;
    private final FilePicker picker;
    private final Texts texts;
    private final VBox lines = Styles.with(new VBox(), "moved-lines");
    private final CheckBox differing = new CheckBox();
    private final Button open = Styles.with(new Button(), "accent");
    private final VBox card;
    private final Sheet sheet;
    private final Subscriptions subscriptions = new Subscriptions();

    /** @param owner stands in the window over which the card opens */
    public MovedView(MovedModel model, MovedController controller, FilePicker picker, Texts texts, Node owner) {
        this.controller = controller;
        this.picker = picker;
        this.texts = texts;
        differing.setId("moved-differing");
        differing.setText(texts.get("moved.differing"));
        differing.selectedProperty().subscribe((_, _) -> count(model.asked().get()));
        ScrollPane scroll = new ScrollPane(lines);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        card = Styles.with(
                new VBox(
                        Styles.label(texts.get("moved.title"), "card-title"),
                        Styles.wrapped(texts.get("moved.hint"), Styles.MUTED),
                        scroll,
                        differing,
                        buttons()),
                "moved-card");
        card.setId("moved");
        sheet = new Sheet(card, () -> controller.go(false));
        subscriptions.now(model.asked(), asked -> show(asked, owner));
        subscriptions.now(model.looking(), card::setDisable);
    }

    private HBox buttons() {
        Button folder = new Button(texts.get("moved.folder"), Icon.SEARCHING.node());
        folder.setId("moved-folder");
        folder.setOnAction(_ -> {
            Path chosen = picker.folder(texts.get("moved.folder.title"), null);
            if (chosen != null) {
                controller.search(chosen);
            }
        });
        open.setId("moved-open");
        open.setOnAction(_ -> controller.go(differing.isSelected()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        return Styles.with(new HBox(folder, space, open), "moved-buttons");
    }

    private void show(List<Found> asked, Node owner) {
        if (asked.isEmpty()) {
            sheet.close();
            differing.setSelected(false);
            return;
        }
        lines.getChildren()
                .setAll(asked.stream().limit(LONGEST_LIST).map(this::line).toList());
        boolean any = asked.stream().anyMatch(each -> each.state() == State.DIFFERS);
        differing.setVisible(any);
        differing.setManaged(any);
        count(asked);
        sheet.open(owner);
        open.requestFocus();
    }

    private void count(List<Found> asked) {
        int files = MovedModel.opened(asked, differing.isSelected()).size();
        open.setText(files == 0 ? texts.get("moved.none") : texts.count("moved.open", files));
    }

    private Node line(Found found) {
        String key = found.state().name().toLowerCase(Locale.ROOT);
        Label state = Styles.label(texts.get("moved.state." + key), Styles.SMALL, colour(found.state()));
        state.setGraphic(icon(found.state()).node());
        Label name = Styles.label(found.source().fileName(), Styles.STRONG);
        Path at = found.file();
        String where = at == null
                ? found.source().folder()
                : String.valueOf(at.toAbsolutePath().getParent());
        Label folder = Styles.label(where, Styles.MUTED, Styles.SMALL);
        folder.setTooltip(new Tooltip(where));
        folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        VBox words = new VBox(name, folder);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button choose = new Button(texts.get("moved.choose"));
        choose.setAccessibleText(texts.get("moved.choose.of", found.source().fileName()));
        choose.setOnAction(_ -> choose(found));
        boolean needed = found.state() == State.MISSING || found.state() == State.DIFFERS;
        choose.setVisible(needed);
        state.setMinWidth(Region.USE_PREF_SIZE);
        choose.setMinWidth(Region.USE_PREF_SIZE);
        return Styles.with(new HBox(words, state, choose), "moved-line");
    }

    private void choose(Found found) {
        List<Path> chosen =
                picker.open(texts.get("moved.choose.title", found.source().fileName()), null);
        if (!chosen.isEmpty()) {
            controller.take(found, chosen.getFirst());
        }
    }

    private static String colour(State state) {
        return switch (state) {
            case THERE, FOUND -> Styles.GOOD;
            case DIFFERS -> Styles.WARNING;
            case MISSING -> Styles.MUTED;
        };
    }

    private static Icon icon(State state) {
        return switch (state) {
            case THERE, FOUND -> Icon.DONE;
            case DIFFERS -> Icon.WARNING;
            case MISSING -> Icon.SEARCHING;
        };
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
