package org.rpcscope.ui.inspector;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The session that is explained. JavaFX thread only; needs no toolkit. */
public final class InspectorModel {

    private final ObjectProperty<@Nullable Inspected> inspected = new SimpleObjectProperty<>();

    /** What is shown; null where nothing is chosen. Setting an equal value changes nothing. */
    public ObjectProperty<@Nullable Inspected> inspected() {
        return inspected;
    }
}
