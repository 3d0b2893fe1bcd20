package org.rpcscope.ui.tuning;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.rpcscope.tuning.Fault;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.ui.fx.Icon;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Subscriptions;
import org.rpcscope.ui.fx.Texts;

/**
 * The comment of a line, with what lies within it of other lists; where something is wrong with the line, that, and a button
 * that mends it. Of a list, what it is for.
 */
final class NetworkNoteCell extends NetworkCell {

    private final TuningModel model;
    private final Texts texts;

    NetworkNoteCell(TuningModel model, Texts texts) {
        super("network-note");
        this.model = model;
        this.texts = texts;
    }

    @Override
    void show(NetworkRow row, Subscriptions following) {
        following.now(row.entry(), _ -> fill(row));
        following.now(row.fault(), _ -> fill(row));
        following.now(row.within(), _ -> fill(row));
    }

    private void fill(NetworkRow row) {
        Fault fault = row.fault().get();
        String comment = row.entry().get().comment();
        if (fault == null) {
            Label words =
                    comment.isEmpty() ? Styles.label(texts.get("tuning.comment.prompt"), "prompt") : new Label(comment);
            setGraphic(line(words, within(row.within().get())));
        } else {
            boolean harmless = fault.fix() instanceof Fault.Remove;
            Label words = Styles.with(new Label(fault.sentence(), Icon.WARNING.node()), harmless ? "note" : "fault");
            words.setTooltip(new Tooltip(fault.sentence()));
            setGraphic(line(words, fix(row, fault)));
        }
    }

    private static Node line(Label words, @Nullable Node end) {
        words.setMinWidth(30);
        HBox line = Styles.with(new HBox(words), "network-line");
        if (end instanceof Region region) {
            region.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(region);
        }
        HBox.setHgrow(words, Priority.SOMETIMES);
        return line;
    }

    private @Nullable Node within(Map<NetworkList, Integer> lines) {
        if (lines.isEmpty()) {
            return null;
        }
        StringBuilder words = new StringBuilder();
        lines.forEach((list, number) -> words.append(words.isEmpty() ? "" : ", ")
                .append(number)
                .append(' ')
                .append(list.id()));
        Label pill = Styles.label(texts.get("networks.within", words.toString()), "pill");
        pill.setTooltip(new Tooltip(texts.get("networks.within.words")));
        return pill;
    }

    private @Nullable Node fix(NetworkRow row, Fault fault) {
        String words = switch (fault.fix()) {
            case null -> null;
            case Fault.Use(var network) -> texts.get("tuning.fix", network.toString());
            case Fault.Remove() -> texts.get("networks.fix.remove");
        };
        if (words == null) {
            return null;
        }
        Button fix = Styles.with(new Button(words), "fix");
        fix.setOnAction(_ -> model.networks().fix(row));
        return fix;
    }

    @Override
    void show(NetworkList list) {
        setGraphic(Styles.label(texts.get("networks." + list.id() + ".words"), Styles.MUTED, Styles.SMALL));
    }

    @Override
    Field typed() {
        return new NetworkFields(model, texts).comment();
    }
}
