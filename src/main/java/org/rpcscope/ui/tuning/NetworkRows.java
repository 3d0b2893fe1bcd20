package org.rpcscope.ui.tuning;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.tuning.Profile;

/** The lines of all lists as rows, which stay the same objects as far as may be. JavaFX thread only; needs no toolkit. */
final class NetworkRows {

    private final ObservableList<NetworkRow> internal = FXCollections.observableArrayList();
    private final ObservableList<NetworkRow> external = FXCollections.observableArrayList();
    private final ObservableList<NetworkRow> partner = FXCollections.observableArrayList();

    ObservableList<NetworkRow> of(NetworkList list) {
        return switch (list) {
            case INTERNAL -> internal;
            case EXTERNAL -> external;
            case PARTNER -> partner;
        };
    }

    /** Writes the lines of a profile. */
    void write(Profile profile) {
        for (NetworkList list : NetworkList.values()) {
            write(of(list), list, list.of(profile));
        }
    }

    private static void write(ObservableList<NetworkRow> rows, NetworkList list, List<NetworkEntry> entries) {
        if (rows.size() > entries.size()) {
            rows.remove(entries.size(), rows.size());
        }
        List<NetworkRow> more = new ArrayList<>();
        for (int i = 0; i < entries.size(); i++) {
            if (i < rows.size()) {
                rows.get(i).write(entries.get(i));
            } else {
                more.add(new NetworkRow(list, entries.get(i)));
            }
        }
        rows.addAll(more);
    }

    /** Takes what is said of the same lines. */
    void take(NetworkReview review) {
        for (NetworkList list : NetworkList.values()) {
            List<NetworkReview.Line> lines = review.of(list);
            for (int i = 0; i < lines.size(); i++) {
                of(list).get(i).take(lines.get(i));
            }
        }
    }
}
