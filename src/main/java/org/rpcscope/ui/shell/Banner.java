package org.rpcscope.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.Clip;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** A bar across the window for what the analyst has to know and can send away: a defect's report, or a notice. */
final class Banner {

    private final Texts texts;
    private final Clip clip;
    private @Nullable HBox arrivals;
    private final VBox node = Styles.with(new VBox(), "banner");

    Banner(Texts texts, Clip clip) {
        this.texts = texts;
        this.clip = clip;
        node.setId("banner");
        hide();
    }

    Node node() {
        return node;
    }

    /** Says something that needs no answer, beside what is said already. */
    void notice(String text) {
        List<Node> lines = node.getChildren();
        HBox[] line = new HBox[1];
        line[0] = line(Icon.WARNING, text, () -> {
            lines.remove(line[0]);
            if (lines.isEmpty()) {
                hide();
            }
        });
        lines.add(line[0]);
        show();
    }

    /** Says what has arrived so far, in one line that stays until the analyst sends it away. */
    void arrived(String text, Runnable dismissed) {
        HBox known = arrivals;
        if (known != null && node.getChildren().contains(known)) {
            ((Label) known.getChildren().getFirst()).setText(text);
            return;
        }
        HBox line = line(Icon.FOLLOW, text, () -> {
            node.getChildren().remove(arrivals);
            arrivals = null;
            dismissed.run();
            if (node.getChildren().isEmpty()) {
                hide();
            }
        });
        arrivals = line;
        node.getChildren().add(line);
        show();
    }

    /** Shows a report, or hides it. */
    void report(@Nullable String report, Runnable dismissed) {
        if (report == null) {
            hide();
            return;
        }
        TextArea text = Styles.with(new TextArea(report), Styles.MONO);
        text.setEditable(false);
        text.setPrefRowCount(12);
        text.setId("report");
        ToggleButton details = new ToggleButton(texts.get("error.details"));
        Button copy = new Button(texts.get("error.copy"), Icon.COPY.node());
        copy.setId("copy-report");
        copy.setOnAction(_ -> clip.copy(report));
        HBox line = line(Icon.FAILED, texts.get("error.title"), dismissed);
        line.getChildren().addAll(line.getChildren().size() - 1, List.of(details, copy));
        node.getChildren().setAll(line);
        details.selectedProperty().subscribe(open -> {
            node.getChildren().remove(text);
            if (open) {
                node.getChildren().add(text);
            }
        });
        show();
    }

    private HBox line(Icon icon, String text, Runnable dismissed) {
        Label words = new Label(text, icon.node());
        words.setWrapText(true);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button dismiss = Styles.with(new Button(null, Icon.CANCEL.node()), Styles.ICON_BUTTON, "quiet");
        dismiss.setAccessibleText(texts.get("error.dismiss"));
        dismiss.setOnAction(_ -> dismissed.run());
        HBox line = Styles.with(new HBox(words, space, dismiss), "banner-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private void show() {
        node.setVisible(true);
        node.setManaged(true);
    }

    private void hide() {
        node.getChildren().clear();
        node.setVisible(false);
        node.setManaged(false);
    }
}
