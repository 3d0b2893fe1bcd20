package org.rpcscope.ui.conversation;

import java.util.function.Function;
import java.util.function.Predicate;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.Packet;
import org.rpcscope.ui.fx.Styles;

/** A packet in the list; those that carry the chosen message stand out. */
final class PacketCell extends ListCell<Packet> {

    private static final PseudoClass OF_STEP = PseudoClass.getPseudoClass("of-step");

    private final Function<Packet, String> words;
    private final Predicate<Packet> ofStep;

    PacketCell(Function<Packet, String> words, Predicate<Packet> ofStep) {
        this.words = words;
        this.ofStep = ofStep;
        getStyleClass().addAll("packet", Styles.MONO);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Packet packet, boolean empty) {
        super.updateItem(packet, empty);
        setText(packet == null || empty ? null : words.apply(packet));
        pseudoClassStateChanged(OF_STEP, packet != null && !empty && ofStep.test(packet));
    }
}
