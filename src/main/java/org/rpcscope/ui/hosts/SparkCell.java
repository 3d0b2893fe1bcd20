package org.rpcscope.ui.hosts;

import javafx.scene.Group;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.HLineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.VLineTo;
import org.jspecify.annotations.Nullable;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Texts;

/** When the sessions of a host began, as small bars; the flagged ones in front. */
final class SparkCell extends TableCell<HostLine, HostLine> {

    private static final double STEP = 3;
    private static final double BAR = 2;

    private final Texts texts;
    private final Path all = Styles.with(new Path(), "spark-all");
    private final Path flagged = Styles.with(new Path(), "spark-flagged");
    private final StackPane picture = Styles.with(new StackPane(), "spark");
    private final Tooltip words = new Tooltip();

    SparkCell(Texts texts) {
        this.texts = texts;
        getStyleClass().addAll("dense-cell", "spark-cell");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        Group bars = new Group(all, flagged);
        bars.setManaged(false);
        bars.setLayoutY(1);
        picture.getChildren().add(bars);
        picture.setMinSize(STEP * Spark.BARS, Spark.HEIGHT + 2);
        picture.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setTooltip(words);
    }

    /** Always taken anew: lines of the same host are equal, whatever was counted. */
    @Override
    protected void updateItem(@Nullable HostLine line, boolean empty) {
        super.updateItem(line, empty);
        boolean filled = line != null && !empty;
        setGraphic(filled ? picture : null);
        if (line != null && filled) {
            all.getElements().clear();
            flagged.getElements().clear();
            for (int bar = 0; bar < Spark.BARS; bar++) {
                draw(all, bar, line.spark().all(bar));
                draw(flagged, bar, line.spark().flagged(bar));
            }
            String told = texts.get(
                    "hosts.spark",
                    texts.count("hosts.spark.sessions", line.spark().sessions()),
                    texts.count("hosts.spark.flagged", line.host().sessions()));
            words.setText(told);
            picture.setAccessibleText(told);
        }
    }

    private static void draw(Path path, int bar, int height) {
        if (height > 0) {
            path.getElements()
                    .addAll(
                            new MoveTo(bar * STEP, Spark.HEIGHT),
                            new VLineTo(Spark.HEIGHT - height),
                            new HLineTo(bar * STEP + BAR),
                            new VLineTo(Spark.HEIGHT),
                            new ClosePath());
        }
    }
}
