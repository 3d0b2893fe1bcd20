package org.rpcscope.ui.shell;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.PrefixSet;

/**
 * What is chosen in the window, whichever view it was chosen in: networks, a host being one of a single address. JavaFX
 * thread only; needs no toolkit.
 */
final class Chosen {

    /** Where something can be chosen. */
    enum By {
        TABLE,
        GRAPH,
        MAP,
        LISTS
    }

    /**
     * A choice.
     *
     * @param by where it was made; null where nothing was chosen yet
     */
    record Choice(@Nullable By by, PrefixSet networks) {}

    private final ReadOnlyObjectWrapper<Choice> choice = new ReadOnlyObjectWrapper<>(new Choice(null, PrefixSet.NONE));
    private final Map<By, List<Cidr>> last = new EnumMap<>(By.class);

    ReadOnlyObjectProperty<Choice> choice() {
        return choice.getReadOnlyProperty();
    }

    /**
     * Takes what is chosen in a view now. A view that says the same again, such as the table when more becomes known of its
     * session, takes nothing from another; and none clears what another chose.
     */
    void choose(By by, List<Cidr> networks) {
        List<Cidr> before = last.put(by, networks);
        Choice now = choice.get();
        boolean clearsAnothers = networks.isEmpty() && now.by() != by;
        if (!networks.equals(before) && !networks.equals(now.networks().networks()) && !clearsAnothers) {
            choice.set(new Choice(by, PrefixSet.of(networks)));
        }
    }
}
