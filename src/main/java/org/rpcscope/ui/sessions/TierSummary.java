package org.rpcscope.ui.sessions;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.rpcscope.session.Tier;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Mark;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/** How many flagged sessions there are of each tier, as bars to compare. JavaFX thread only. */
public final class TierSummary implements AutoCloseable {

    private final VBox node = Styles.with(new VBox(), "tier-summary");
    private final List<Label> numbers = new ArrayList<>();
    private final List<Region> bars = new ArrayList<>();
    private final Subscriptions subscriptions = new Subscriptions();

    public TierSummary(SessionsModel model, Texts texts) {
        node.setId("tier-summary");
        node.getChildren().add(Styles.label(texts.get("sessions.by-tier"), Styles.SECTION));
        for (Tier tier : Tier.values()) {
            node.getChildren().add(line(tier));
        }
        subscriptions.now(model.counts(), this::show);
    }

    public Node node() {
        return node;
    }

    private Node line(Tier tier) {
        Label word = new Label(tier.label(), new Mark(tier.label()));
        Label number = Styles.label("", Styles.MUTED, Styles.MONO);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox words = Styles.with(new HBox(word, space, number), "tier-line");
        Region bar = Styles.with(new Region(), "tier-bar");
        StackPane line = new StackPane(bar, words);
        line.setAlignment(Pos.CENTER_LEFT);
        numbers.add(number);
        bars.add(bar);
        return line;
    }

    private void show(SessionsModel.Counts counts) {
        int most = Math.max(1, counts.byTier().stream().mapToInt(n -> n).max().orElse(1));
        for (int i = 0; i < numbers.size(); i++) {
            int count = counts.byTier().get(i);
            numbers.get(i).setText(Amounts.count(count));
            bars.get(i).maxWidthProperty().bind(node.widthProperty().multiply((double) count / most));
        }
    }

    @Override
    public void close() {
        subscriptions.close();
        bars.forEach(bar -> bar.maxWidthProperty().unbind());
    }
}
