package org.rpcscope.ui.tuning;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.rpcscope.detect.Suggestion;
import org.rpcscope.tuning.Dismissal;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** What the sessions speak for, to be accepted or dismissed with a note; nothing of it is done by itself. */
final class NetworkSuggestions {

    private static final double WIDTH = 364; // that of the inspector above

    private final TuningModel model;
    private final Texts texts;
    private final VBox cards = Styles.with(new VBox(), "suggestions");
    private final Label count = Styles.label("", Styles.MUTED, Styles.SMALL);
    private final Hyperlink dismissed = new Hyperlink();
    private final VBox node;
    private boolean showsDismissed;
    private List<Object> shown = List.of();

    NetworkSuggestions(TuningModel model, Texts texts, Subscriptions subscriptions) {
        this.model = model;
        this.texts = texts;
        dismissed.setId("suggestions-dismissed");
        dismissed.setOnAction(_ -> {
            showsDismissed = !showsDismissed;
            show();
        });
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = Styles.with(
                new HBox(Styles.label(texts.get("networks.suggestions"), Styles.SECTION), count, space, dismissed),
                "suggestions-head");
        head.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        node = Styles.with(new VBox(head, scroll), "suggestions-panel");
        node.setId("suggestions");
        node.setMinWidth(WIDTH);
        node.setPrefWidth(WIDTH);
        node.setMinHeight(0);
        subscriptions.now(model.networks().suggestions(), _ -> show());
        subscriptions.now(model.edited(), _ -> show());
    }

    Node node() {
        return node;
    }

    private void show() {
        List<Suggestion> suggestions = model.networks().suggestions().get();
        List<Dismissal> gone = model.edited().get().dismissed();
        count.setText(suggestions.isEmpty() ? "" : Amounts.count(suggestions.size()));
        dismissed.setVisible(!gone.isEmpty());
        dismissed.setText(texts.count("networks.dismissed", gone.size()));
        boolean instead = showsDismissed && !gone.isEmpty();
        List<Object> next = List.copyOf(instead ? gone : suggestions);
        if (next.equals(shown) && !cards.getChildren().isEmpty()) {
            return; // or a note would be lost while it is typed
        }
        shown = next;
        cards.getChildren().clear();
        if (instead) {
            gone.forEach(each -> cards.getChildren().add(card(each)));
        } else {
            suggestions.forEach(each -> cards.getChildren().add(card(each)));
        }
        if (cards.getChildren().isEmpty()) {
            cards.getChildren().add(Styles.wrapped(texts.get("networks.suggestions.none"), Styles.MUTED));
        }
    }

    private Node card(Suggestion suggestion) {
        String network = suggestion.network().toString();
        String kind = suggestion.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Label title = Styles.wrapped(texts.get("networks.suggest." + kind, network), Styles.STRONG);
        VBox words = new VBox(title, Styles.wrapped(suggestion.reason(), Styles.MUTED, Styles.SMALL));
        HBox.setHgrow(words, Priority.ALWAYS);
        Button accept = button("networks.accept", network);
        accept.setOnAction(_ -> model.networks().accept(suggestion));
        Button dismiss = button("networks.dismiss", network);
        VBox buttons = Styles.with(new VBox(accept, dismiss), "suggestion-buttons");
        VBox card = Styles.with(new VBox(Styles.with(new HBox(words, buttons), "suggestion-line")), "suggestion");
        dismiss.setOnAction(_ -> {
            HBox note = note(suggestion, card);
            card.getChildren().setAll(card.getChildren().getFirst(), note);
            note.getChildren().getFirst().requestFocus();
        });
        return card;
    }

    /** Asks why. Enter dismisses, Escape does not. */
    private HBox note(Suggestion suggestion, VBox card) {
        TextField why = new TextField();
        why.setId("suggestion-note");
        why.setPromptText(texts.get("networks.dismiss.why"));
        why.setAccessibleText(texts.get("networks.dismiss.why"));
        HBox.setHgrow(why, Priority.ALWAYS);
        why.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                card.getChildren().removeLast();
                event.consume();
            }
        });
        why.setOnAction(_ -> model.networks().dismiss(suggestion, why.getText()));
        Button sure = button("networks.dismiss", suggestion.network().toString());
        sure.setOnAction(_ -> model.networks().dismiss(suggestion, why.getText()));
        return Styles.with(new HBox(why, sure), "suggestion-line");
    }

    private Node card(Dismissal dismissal) {
        String text = texts.get("networks.dismissed.card", dismissal.cidr(), dismissal.list());
        String note = dismissal.note().isEmpty() ? texts.get("networks.dismissed.no-note") : dismissal.note();
        VBox words = new VBox(Styles.wrapped(text, Styles.STRONG), Styles.wrapped(note, Styles.MUTED, Styles.SMALL));
        HBox.setHgrow(words, Priority.ALWAYS);
        Button restore = button("networks.restore", dismissal.cidr());
        restore.setOnAction(_ -> model.networks().restore(dismissal));
        return Styles.with(new VBox(Styles.with(new HBox(words, restore), "suggestion-line")), "suggestion");
    }

    private Button button(String key, String about) {
        Button button = Styles.with(new Button(texts.get(key)), "suggestion-button");
        button.setAccessibleText(texts.get(key) + " " + about);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }
}
