package org.rpcscope.ui.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Suggestion;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.NetworkLine;
import org.rpcscope.net.Networks;
import org.rpcscope.net.PrefixSet;
import org.rpcscope.net.Subnets;
import org.rpcscope.tuning.Dismissal;
import org.rpcscope.tuning.Fault;
import org.rpcscope.tuning.NetworkEdits;
import org.rpcscope.tuning.NetworkEdits.Place;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.lists.ListText;
import org.rpcscope.tuning.lists.Listed;

/**
 * The lists of networks of the draft: which lines are chosen, and what can be done with them. JavaFX thread only; needs no
 * toolkit.
 */
public final class NetworkModel {

    private final TuningModel tuning;
    private final ObjectProperty<List<NetworkRow>> chosen = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<PrefixSet> marked = new SimpleObjectProperty<>(PrefixSet.NONE);
    private final ObjectProperty<List<NetworkRow>> inView = new SimpleObjectProperty<>(List.of());
    private final ObjectProperty<@Nullable NetworkRow> wanted = new SimpleObjectProperty<>();
    private final ObjectProperty<List<Suggestion>> found = new SimpleObjectProperty<>(List.of());
    private final ReadOnlyObjectWrapper<List<Suggestion>> suggestions = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper any = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper one = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper splits = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper joins = new ReadOnlyBooleanWrapper();

    NetworkModel(TuningModel tuning) {
        this.tuning = tuning;
        chosen.subscribe(_ -> look());
        found.subscribe(_ -> sift());
    }

    /** The chosen lines. */
    public ObjectProperty<List<NetworkRow>> chosen() {
        return chosen;
    }

    /** What is chosen in the window: the lines of its networks are chosen, those that hold it are marked. */
    public ObjectProperty<PrefixSet> marked() {
        return marked;
    }

    /** The lines that can be seen. */
    public ObjectProperty<List<NetworkRow>> inView() {
        return inView;
    }

    /** A line that is to be typed into; the view takes it back. */
    public ObjectProperty<@Nullable NetworkRow> wanted() {
        return wanted;
    }

    /** What the sessions speak for, whether the analyst has followed it already or not. */
    public ObjectProperty<List<Suggestion>> found() {
        return found;
    }

    /** What is left of it: neither dismissed nor done in the draft. */
    public ReadOnlyObjectProperty<List<Suggestion>> suggestions() {
        return suggestions.getReadOnlyProperty();
    }

    /** Makes the change that a suggestion is about. */
    public void accept(Suggestion suggestion) {
        NetworkEntry entry = new NetworkEntry(suggestion.network().toString(), true, suggestion.reason());
        edit(profile -> NetworkEdits.put(profile, suggestion.list(), List.of(entry)));
    }

    /** Turns a suggestion down, so that it is not made again under this profile. */
    public void dismiss(Suggestion suggestion, String note) {
        edit(profile -> {
            List<Dismissal> all = new ArrayList<>(profile.dismissed());
            all.add(new Dismissal(suggestion.list().id(), suggestion.network().toString(), note.strip()));
            return profile.withDismissed(all);
        });
    }

    /** Lets a suggestion be made again. */
    public void restore(Dismissal dismissal) {
        edit(profile -> profile.withDismissed(profile.dismissed().stream()
                .filter(each -> !each.equals(dismissal))
                .toList()));
    }

    private void sift() {
        if (found.get().isEmpty()) {
            suggestions.set(List.of());
            return;
        }
        Profile profile = tuning.edited().get();
        Networks draft = tuning.review().get().boundary();
        suggestions.set(found.get().stream()
                .filter(each -> profile.dismissed().stream()
                        .noneMatch(gone ->
                                gone.about(each.list().id(), each.network().toString())))
                .filter(each -> !stands(draft, each))
                .toList());
    }

    /** Whether the draft says already what is suggested. */
    private static boolean stands(Networks draft, Suggestion suggestion) {
        NetworkLine line = draft.line(suggestion.network().first());
        return line != null && line.list().equals(suggestion.list().id());
    }

    /** Whether a line is chosen. */
    public ReadOnlyBooleanProperty any() {
        return any.getReadOnlyProperty();
    }

    /** Whether one line is chosen, and no more. */
    public ReadOnlyBooleanProperty one() {
        return one.getReadOnlyProperty();
    }

    /** Whether the chosen line can be cut in two. */
    public ReadOnlyBooleanProperty splits() {
        return splits.getReadOnlyProperty();
    }

    /** Whether the other half of the chosen network is on the same list. */
    public ReadOnlyBooleanProperty joins() {
        return joins.getReadOnlyProperty();
    }

    /** Looks again at what can be done, after an edit. */
    void look() {
        sift();
        List<Place> places = places();
        Profile profile = tuning.edited().get();
        any.set(!places.isEmpty());
        one.set(places.size() == 1);
        splits.set(places.size() == 1 && !lengths().isEmpty());
        joins.set(places.size() == 1 && NetworkEdits.joins(profile, places.getFirst()));
    }

    /** The lengths to which the chosen network can be cut, shortest first. */
    public List<Integer> lengths() {
        Cidr network = network();
        List<Integer> lengths = new ArrayList<>();
        if (network != null) {
            int length = network.length() + 1;
            while (Subnets.splits(network, length)) {
                lengths.add(length++);
            }
        }
        return lengths;
    }

    /** The chosen network, where one line is chosen and is one. */
    public @Nullable Cidr network() {
        return chosen.get().size() == 1 ? chosen.get().getFirst().entry().get().network() : null;
    }

    /** The list to which what is new belongs: that of the chosen lines. */
    public NetworkList target() {
        return chosen.get().isEmpty()
                ? NetworkList.INTERNAL
                : chosen.get().getFirst().list();
    }

    private List<Place> places() {
        return chosen.get().stream()
                .map(tuning::place)
                .filter(place -> place.index() >= 0)
                .toList();
    }

    /** Adds an empty line to a list, to be typed into. */
    public void add(NetworkList list) {
        wanted.set(tuning.add(list));
    }

    /** Asks for the chosen line to be typed into. */
    public void rewrite() {
        wanted.set(chosen.get().getFirst());
    }

    /** Switches the chosen lines off, or on where none of them is on. */
    public void turn() {
        boolean on = chosen.get().stream().noneMatch(row -> row.entry().get().enabled());
        edit(profile -> NetworkEdits.enable(profile, places(), on));
    }

    /** Takes the chosen lines out. */
    public void remove() {
        edit(profile -> NetworkEdits.remove(profile, places()));
    }

    /** Puts the chosen lines on a list. */
    public void move(NetworkList to) {
        edit(profile -> NetworkEdits.move(profile, places(), to));
    }

    /** Cuts the chosen network into networks of a length. */
    public void split(int length) {
        List<Place> places = places();
        if (places.size() == 1) {
            edit(profile -> NetworkEdits.split(profile, places.getFirst(), length));
        }
    }

    /** Cuts the chosen network in two. */
    public void halve() {
        lengths().stream().findFirst().ifPresent(this::split);
    }

    /** Puts the chosen network and its other half together. */
    public void join() {
        edit(profile -> NetworkEdits.join(profile, places().getFirst()));
    }

    /** Does what a fault suggests. */
    public void fix(NetworkRow row) {
        Fault fault = row.fault().get();
        if (fault != null && fault.fix() != null) {
            switch (fault.fix()) {
                case Fault.Use(Cidr network) -> {
                    tuning.endTyping();
                    tuning.type(row, network.toString());
                }
                case Fault.Remove() -> tuning.remove(row);
            }
        }
    }

    /**
     * Takes what was read from a text.
     *
     * @param list the list for those that the text puts on none
     * @param meant whether to take what a refused part probably meant as well
     */
    public void take(ListText text, NetworkList list, boolean meant) {
        Profile next = tuning.edited().get();
        for (NetworkList each : NetworkList.values()) {
            List<NetworkEntry> entries = new ArrayList<>();
            for (Listed listed : text.networks()) {
                if (each == (listed.list() == null ? list : listed.list())) {
                    entries.add(listed.entry());
                }
            }
            if (meant && each == list) {
                text.refused().stream()
                        .filter(refusal -> refusal.suggestion() != null)
                        .forEach(refusal -> entries.add(
                                new NetworkEntry(String.valueOf(refusal.suggestion()), true, refusal.text())));
            }
            next = NetworkEdits.put(next, each, entries);
        }
        tuning.open(next);
    }

    private void edit(UnaryOperator<Profile> how) {
        tuning.open(how.apply(tuning.edited().get()));
    }
}
