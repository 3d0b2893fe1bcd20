package org.rpcscope.ui.sources;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The inputs as they were last seen, in the order in which they were opened. JavaFX thread only; needs no toolkit. */
public final class SourcesModel {

    private final ObservableList<Source> sources = FXCollections.observableArrayList();

    public ObservableList<Source> sources() {
        return sources;
    }

    /** Whether any input is being read or waits. */
    public boolean reading() {
        return sources.stream().anyMatch(source -> !source.state().isEnd());
    }

    /** The problems of all inputs together. */
    public long problems() {
        return sources.stream().mapToLong(source -> source.amount().problems()).sum();
    }
}
