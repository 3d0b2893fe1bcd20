package org.rpcscope.ui.conversation;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Step;
import org.rpcscope.session.Packet;

/** The chosen session, and what was read of it. JavaFX thread only; needs no toolkit. */
public final class ConversationModel {

    private final ReadOnlyObjectWrapper<@Nullable Chosen> chosen = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Links> links = new ReadOnlyObjectWrapper<>(Links.NONE);
    private final BooleanProperty looked = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Ladder> ladder = new ReadOnlyObjectWrapper<>(new Ladder.Unasked());
    private final ObjectProperty<@Nullable Step> step = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Packet> packet = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<Dissection> dissection = new ReadOnlyObjectWrapper<>(Dissection.NONE);

    /** The session that is looked at; null where none is. */
    ReadOnlyObjectProperty<@Nullable Chosen> chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** Looks at another session. An equal value changes nothing. */
    void choose(@Nullable Chosen next) {
        chosen.set(next);
    }

    /** The other sessions of its activity, as far as they are found. */
    ReadOnlyObjectProperty<Links> links() {
        return links.getReadOnlyProperty();
    }

    void show(Links next) {
        links.set(next);
    }

    /** Whether somebody looks at the ladder or the packets: until then no file is read. */
    public BooleanProperty looked() {
        return looked;
    }

    ReadOnlyObjectProperty<Ladder> ladder() {
        return ladder.getReadOnlyProperty();
    }

    void show(Ladder next) {
        ladder.set(next);
    }

    /** The message that is chosen in the ladder. */
    ObjectProperty<@Nullable Step> step() {
        return step;
    }

    /** The packet that is chosen. */
    ObjectProperty<@Nullable Packet> packet() {
        return packet;
    }

    /** What is in that packet, once it is read. */
    ReadOnlyObjectProperty<Dissection> dissection() {
        return dissection.getReadOnlyProperty();
    }

    void show(Dissection next) {
        dissection.set(next);
    }
}
