package org.rpcscope.ui.sources;

import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.rpcscope.cases.Import;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** An input in the list: its name, what became of it so far, its problems, and a button to stop or remove it. */
final class SourceCell extends ListCell<Source> {

    /** Opens what is said of the problems of an input, beside a node. */
    interface ProblemsShown {
        void show(Import input, Button beside);
    }

    private final Texts texts;
    private final Label name = Styles.label("", "source-name");
    private final Label detail = Styles.label("", Styles.MUTED, Styles.SMALL);
    private final Button problems = Styles.with(new Button("", Icon.WARNING.node()), "problem-badge");
    private final Button stop = Styles.with(new Button(null, Icon.CANCEL.node()), Styles.ICON_BUTTON, "quiet");
    private final Button columns = Styles.with(new Button(null, Icon.COLUMNS.node()), "columns-button", "quiet");
    private final ToggleButton follow =
            Styles.with(new ToggleButton(null, Icon.FOLLOW.node()), "follow-button", "quiet");
    private final Tooltip path = new Tooltip();
    private final Tooltip stopHint = new Tooltip();
    private final ProgressBar bar = Styles.with(new ProgressBar(), "source-progress");
    private final ZoneChoice zone;
    private final YearChoice year;
    private final VBox box;
    private final ContextMenu menu;

    SourceCell(SourcesController controller, Texts texts, ProblemsShown shown, Consumer<Import> choosing) {
        this.texts = texts;
        name.setMaxWidth(Double.MAX_VALUE);
        name.setTooltip(path);
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        detail.setMaxWidth(Double.MAX_VALUE);
        problems.setMinWidth(Region.USE_PREF_SIZE); // a number is whole or it is wrong
        stop.setTooltip(stopHint);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox.setHgrow(detail, Priority.ALWAYS);
        zone = new ZoneChoice(texts, chosen -> {
            if (getItem() != null) {
                controller.zone(getItem().input(), chosen);
            }
        });
        year = new YearChoice(texts, chosen -> {
            if (getItem() != null) {
                controller.year(getItem().input(), chosen);
            }
        });
        bar.setMaxWidth(Double.MAX_VALUE);
        box = Styles.with(
                new VBox(
                        Styles.with(new HBox(name, columns, follow, stop), "source-head"),
                        Styles.with(new HBox(detail, problems), "source-head"),
                        zone.node(),
                        year.node(),
                        bar),
                "source");
        zone.node().setMaxWidth(Double.MAX_VALUE);
        year.node().setMaxWidth(Double.MAX_VALUE);
        box.setPrefWidth(0); // as wide as the list, not as its words
        problems.setOnAction(_ -> {
            if (getItem() != null) {
                shown.show(getItem().input(), problems);
            }
        });
        columns.setId("columns-button");
        columns.setTooltip(new Tooltip(texts.get("sources.columns")));
        columns.setOnAction(_ -> {
            if (getItem() != null) {
                choosing.accept(getItem().input());
            }
        });
        follow.setTooltip(new Tooltip(texts.get("sources.follow")));
        follow.setOnAction(_ -> {
            if (getItem() != null) {
                controller.follow(getItem().input(), follow.isSelected());
            }
        });
        MenuItem item = new MenuItem(texts.get("sources.columns"));
        item.setOnAction(_ -> columns.fire());
        menu = new ContextMenu(item);
        stop.setOnAction(_ -> {
            Source source = getItem();
            if (source != null && source.state().isEnd()) {
                controller.remove(source.input());
            } else if (source != null) {
                controller.cancel(source.input());
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Source source, boolean empty) {
        super.updateItem(source, empty);
        if (empty || source == null) {
            setGraphic(null);
            setContextMenu(null);
            return;
        }
        boolean reading = !source.state().isEnd();
        name.setText(source.shortName());
        path.setText(source.input().name());
        detail.setText(detail(source));
        problems.setText(Amounts.count(source.amount().problems()));
        shown(problems, source.amount().problems() > 0);
        problems.setAccessibleText(
                texts.count("sources.problems", source.amount().problems()));
        shown(zone.node(), source.zone() != null);
        if (source.zone() != null) {
            zone.show(source.zone());
        }
        shown(year.node(), source.years() != null);
        if (source.years() != null) {
            year.show(source.years());
        }
        boolean table = SourcesController.hasColumns(source);
        shown(columns, table);
        columns.setAccessibleText(texts.get("sources.columns") + " " + source.shortName());
        setContextMenu(table ? menu : null);
        shown(follow, source.follow() != Source.Follow.IMPOSSIBLE);
        follow.setSelected(source.follow() == Source.Follow.ON);
        follow.setAccessibleText(texts.get("sources.follow") + " " + source.shortName());
        bar.setProgress(reading ? source.fraction() : 1);
        shown(bar, reading);
        String action = texts.get(reading ? "sources.cancel" : "sources.remove");
        stopHint.setText(action);
        stop.setAccessibleText(action + " " + source.shortName());
        setGraphic(box);
    }

    private static void shown(Node node, boolean wanted) {
        node.setVisible(wanted);
        node.setManaged(wanted);
    }

    private String detail(Source source) {
        Source.Amount amount = source.amount();
        String sessions = texts.count("sources.sessions", amount.sessions());
        String followed = source.follow() == Source.Follow.ON ? texts.get("sources.followed") : "";
        String format = source.format() == null ? "" : source.format();
        return switch (source.state()) {
            case WAITING -> texts.get("sources.waiting");
            case READING ->
                joined(format, Amounts.percent(amount.done(), amount.total()), Amounts.rate(source.rate()), sessions);
            case DONE ->
                joined(
                        followed,
                        format,
                        source.files() < 0 ? sessions : texts.count("sources.archive", source.files()));
            case CANCELLED -> joined(texts.get("sources.cancelled"), sessions);
            case FAILED -> joined(texts.get("sources.failed"), source.message() == null ? "" : source.message());
            case UNKNOWN_FORMAT -> joined(followed, texts.get("sources.unknown"));
        };
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(" · "));
    }
}
