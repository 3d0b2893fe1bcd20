package org.rpcscope.ui.tuning;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.rpcscope.detect.Histogram;
import org.rpcscope.session.Tier;
import org.rpcscope.tuning.Threshold;
import org.rpcscope.ui.fx.Mark;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** The thresholds side by side, each over what it chooses from. JavaFX thread only. */
final class ThresholdsView implements AutoCloseable {

    private final TuningModel model;
    private final Texts texts;
    private final VBox node;
    private final Map<Threshold, Consumer<TuningModel>> shows = new EnumMap<>(Threshold.class);
    private final Subscriptions subscriptions = new Subscriptions();

    ThresholdsView(TuningModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        List<Node> all = new ArrayList<>();
        for (Threshold threshold : Threshold.values()) {
            all.add(one(threshold));
        }
        HBox line = Styles.with(new HBox(all.toArray(Node[]::new)), "thresholds-line");
        VBox.setVgrow(line, Priority.ALWAYS);
        node = Styles.with(new VBox(legend(), line), "thresholds");
        node.setId("thresholds");
        subscriptions.changes(model.edited(), this::show);
        subscriptions.changes(model.histograms(), this::show);
        show();
    }

    Node node() {
        return node;
    }

    private Node legend() {
        HBox legend = Styles.with(new HBox(Styles.label(texts.get("tuning.threshold.words"), Styles.MUTED)), "legend");
        for (Tier tier : Tier.values()) {
            Label label = Styles.label(tier.label(), Styles.MUTED);
            label.setGraphic(new Mark(tier.label()));
            legend.getChildren().add(label);
        }
        return legend;
    }

    private Node one(Threshold threshold) {
        ThresholdPane pane = new ThresholdPane(threshold, bound -> model.threshold(threshold, bound), model::endTyping);
        Label bound = Styles.label("", Styles.STRONG);
        Label hidden = Styles.label("", Styles.MUTED, Styles.SMALL);
        Label confirmed = Styles.label("", Styles.DANGER, Styles.SMALL);
        pane.setAccessibleText(ThresholdWords.title(threshold, texts));
        pane.accessibleHelpProperty().bind(bound.textProperty().concat(". ").concat(hidden.textProperty()));
        shows.put(threshold, now -> {
            long set = now.edited().get().thresholds().of(threshold);
            Histogram histogram = now.histograms().get().get(threshold);
            pane.show(histogram, set);
            bound.setText(ThresholdWords.bound(threshold, set, texts));
            hidden.setText(histogram == null ? "" : ThresholdWords.hidden(histogram, texts));
            confirmed.setText(histogram == null ? "" : ThresholdWords.confirmed(histogram, texts));
        });
        VBox.setVgrow(pane, Priority.ALWAYS);
        HBox words = new HBox(6, hidden, confirmed);
        VBox one = Styles.with(
                new VBox(Styles.label(ThresholdWords.title(threshold, texts), Styles.SECTION), bound, pane, words),
                "threshold");
        one.setPrefWidth(0);
        HBox.setHgrow(one, Priority.ALWAYS);
        return one;
    }

    private void show() {
        shows.values().forEach(each -> each.accept(model));
    }

    @Override
    public void close() {
        subscriptions.close();
    }
}
