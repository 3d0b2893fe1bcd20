package org.rpcscope.ui.sessions;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The bar above the table in which a text is looked for: next, previous, and which hit is chosen. JavaFX thread only. */
final class SearchBar implements AutoCloseable {

    private static final double WIDTH = 260;

    private final SearchModel model;
    private final SessionTable table;
    private final GroupSwitch groups;
    private final Texts texts;
    private final TextField field = new TextField();
    private final Label position = Styles.label("", Styles.MUTED, Styles.SMALL);
    private final HBox node = Styles.with(new HBox(), "search-bar");
    private final Subscriptions subscriptions = new Subscriptions();
    /** Whether the analyst wrote since the last hit was shown. */
    private boolean written;

    SearchBar(SearchModel model, SessionTable table, GroupSwitch groups, Texts texts) {
        this.model = model;
        this.table = table;
        this.groups = groups;
        this.texts = texts;
        node.setId("search-bar");
        field.setId("search");
        field.setPrefWidth(WIDTH);
        field.setPromptText(texts.get("search.prompt"));
        field.setAccessibleText(texts.get("search.prompt"));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        position.setId("search-position");
        position.setMinWidth(Region.USE_PREF_SIZE);
        node.getChildren()
                .setAll(
                        Icon.SEARCHING.node(),
                        field,
                        button(Icon.EXPAND, "search.previous", this::previous),
                        button(Icon.COLLAPSE, "search.next", this::next),
                        position,
                        button(Icon.CANCEL, "search.close", this::leave));
        node.visibleProperty().bind(model.open());
        node.managedProperty().bind(model.open());
        subscriptions.changes(field.textProperty(), () -> {
            written = true;
            model.text().set(field.getText() == null ? "" : field.getText());
        });
        subscriptions.changes(model.hits(), this::found);
        subscriptions.changes(model.busy(), this::say);
        subscriptions.changes(table.getSelectionModel().selectedIndexProperty(), this::say);
    }

    Node node() {
        return node;
    }

    private Button button(Icon icon, String key, Runnable act) {
        Button button = Styles.with(new Button(null, icon.node()), Styles.ICON_BUTTON, "quiet");
        button.setAccessibleText(texts.get(key));
        button.setTooltip(new Tooltip(texts.get(key)));
        button.setOnAction(_ -> act.run());
        return button;
    }

    /** Lets the analyst write. */
    void open() {
        model.open().set(true);
        field.requestFocus();
        field.selectAll();
    }

    /** Chooses the next hit, after the last the first. */
    void next() {
        go(model.hits().get().after(place()));
    }

    /** Chooses the hit before, before the first the last. */
    void previous() {
        go(model.hits().get().before(place()));
    }

    private void leave() {
        model.open().set(false);
        table.requestFocus();
    }

    private void found() {
        SearchModel.Hits hits = model.hits().get();
        if (written && hits.places().length > 0) {
            written = false;
            go(hits.after(place() - 1)); // where one looks already, if it is a hit
        }
        say();
    }

    private void go(int place) {
        if (place >= 0 && model.hits().get().order() == table.listing().order()) {
            groups.show(table, place);
            say();
        }
    }

    /** The place of the chosen session, of a group that of its first; before all where nothing is chosen. */
    private int place() {
        Listing listing = table.listing();
        int line = table.getSelectionModel().getSelectedIndex();
        if (line < 0 || line >= listing.lines()) {
            return -1;
        }
        Outline outline = listing.outline();
        int place = listing.place(line);
        return place < 0 && outline != null ? outline.groups().start(outline.group(line)) - 1 : place;
    }

    private void say() {
        SearchModel.Hits hits = model.hits().get();
        int number = hits.number(place());
        if (model.busy().get()) {
            position.setText(texts.get("search.busy"));
        } else if (model.text().get().isEmpty()) {
            position.setText("");
        } else if (hits.places().length == 0) {
            position.setText(texts.get("search.none"));
        } else {
            position.setText(
                    number > 0
                            ? texts.get("search.position", Amounts.count(number), Amounts.count(hits.places().length))
                            : texts.count("search.found", hits.places().length));
        }
    }

    private void pressed(KeyEvent event) {
        switch (event.getCode()) {
            case ENTER -> {
                if (event.isShiftDown()) {
                    previous();
                } else {
                    next();
                }
            }
            case DOWN -> next();
            case UP -> previous();
            case ESCAPE -> leave();
            default -> {
                return;
            }
        }
        event.consume();
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
