package org.rpcscope.ui.tuning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Histogram;
import org.rpcscope.detect.RuleSet;
import org.rpcscope.net.Cidr;
import org.rpcscope.tuning.Draft;
import org.rpcscope.tuning.NetworkEdits;
import org.rpcscope.tuning.NetworkEdits.Place;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.NetworkList;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.Threshold;

/**
 * The profile while it is edited, as rows and states to show. Typing in one field is one edit, however many keys it takes.
 * JavaFX thread only; needs no toolkit.
 */
public final class TuningModel {

    private final Draft draft;
    private final NetworkRows rows = new NetworkRows();
    private final NetworkModel networks;
    private final Function<Profile, RuleSet> ruleSets;
    private final UnaryOperator<String> titles;
    private final ReadOnlyObjectWrapper<Profile> edited;
    private final ReadOnlyObjectWrapper<NetworkReview> review;
    private final ReadOnlyBooleanWrapper pending = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Draft.@Nullable Edit> last = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Draft.@Nullable Edit> next = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable Change> change = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable String> notice = new SimpleObjectProperty<>();
    private final EffectModel effects = new EffectModel();
    private final BooleanProperty expanded = new SimpleBooleanProperty(true);
    private final ObjectProperty<Map<Threshold, Histogram>> histograms = new SimpleObjectProperty<>(Map.of());
    private final BooleanProperty measuring = new SimpleBooleanProperty();
    private @Nullable Object typing; // what is typed into or dragged

    /** The field in which the analyst types. */
    private record Typing(NetworkRow row, String field) {}

    /**
     * A model over the profile that holds now.
     *
     * @param ruleSets what a profile has on, and what it excepts
     * @param titles what the rule is called that a profile knows by a name
     * @param order numbers what is done, upwards
     */
    public TuningModel(
            Profile applied, Function<Profile, RuleSet> ruleSets, UnaryOperator<String> titles, LongSupplier order) {
        this.titles = titles;
        this.draft = new Draft(applied, order);
        this.ruleSets = ruleSets;
        this.edited = new ReadOnlyObjectWrapper<>(applied);
        this.review = new ReadOnlyObjectWrapper<>(NetworkReview.of(applied, applied));
        this.networks = new NetworkModel(this);
        show();
        take(review.get());
    }

    /** What can be done with the lists of networks. */
    public NetworkModel networks() {
        return networks;
    }

    /** The lines of a list. */
    public ObservableList<NetworkRow> rows(NetworkList list) {
        return rows.of(list);
    }

    /** The profile as edited. */
    public ReadOnlyObjectProperty<Profile> edited() {
        return edited.getReadOnlyProperty();
    }

    /** The profile that holds. */
    public Profile applied() {
        return draft.applied();
    }

    /** What leads from the profile that holds to the edited one: {@link Draft#path}. */
    List<Profile> path() {
        return draft.path();
    }

    /** The effect of the draft as rows. */
    public EffectModel effects() {
        return effects;
    }

    /** Whether there are edits that do not hold yet. */
    public ReadOnlyBooleanProperty pending() {
        return pending.getReadOnlyProperty();
    }

    /** The edit that can be undone; null where there is none. */
    public ReadOnlyObjectProperty<Draft.@Nullable Edit> last() {
        return last.getReadOnlyProperty();
    }

    /** The edit that can be made again; null where there is none. */
    ReadOnlyObjectProperty<Draft.@Nullable Edit> next() {
        return next.getReadOnlyProperty();
    }

    /** What the draft would change; null where nothing is pending or it is not known yet. */
    public ObjectProperty<@Nullable Change> change() {
        return change;
    }

    /** Something that went wrong with a profile's file, as a sentence; null where nothing did. */
    public ObjectProperty<@Nullable String> notice() {
        return notice;
    }

    /** Whether the lists are shown, or the line with the effect alone. */
    public BooleanProperty expanded() {
        return expanded;
    }

    /** What a profile has on, and what it excepts. */
    public RuleSet ruleSet(Profile profile) {
        return ruleSets.apply(profile);
    }

    /** What people call the rule that a profile knows by that name. */
    String title(String rule) {
        return titles.apply(rule);
    }

    /** Writes the text of a network, as it is typed. */
    public void type(NetworkRow row, String cidr) {
        NetworkEntry now = row.entry().get();
        replace(row, now.withCidr(cidr), new Typing(row, "cidr"));
    }

    /** Writes a comment, as it is typed. */
    public void comment(NetworkRow row, String comment) {
        NetworkEntry now = row.entry().get();
        replace(row, now.withComment(comment), new Typing(row, "comment"));
    }

    /** Writes the owner of a network, as it is typed. */
    public void own(NetworkRow row, String owner) {
        replace(row, row.entry().get().withOwner(owner), new Typing(row, "owner"));
    }

    /** Switches a line on or off. */
    public void enable(NetworkRow row, boolean on) {
        NetworkEntry now = row.entry().get();
        replace(row, now.withEnabled(on), null);
    }

    /** The analyst has left the field: what is typed next is another edit. */
    public void endTyping() {
        typing = null;
    }

    /** Adds an empty line at the end of a list, to be typed into. */
    public NetworkRow add(NetworkList list) {
        List<NetworkEntry> entries = new ArrayList<>(list.of(draft.edited()));
        entries.add(new NetworkEntry("", true, ""));
        edit(list.with(draft.edited(), entries), null);
        return rows(list).getLast();
    }

    /**
     * Puts networks on a list, as one edit, and takes them off the others.
     *
     * @param id the list by its name in {@link org.rpcscope.net.NetworkLine}
     */
    public void put(String id, List<Cidr> networks) {
        NetworkList list = NetworkList.named(id);
        if (list != null) {
            List<NetworkEntry> entries = networks.stream()
                    .map(network -> new NetworkEntry(network.toString(), true, ""))
                    .toList();
            edit(NetworkEdits.put(draft.edited(), list, entries), null);
        }
    }

    /** Where a line stands; its index is negative where it is on no list any more. */
    Place place(NetworkRow row) {
        return new Place(row.list(), rows(row.list()).indexOf(row));
    }

    /** Takes a line out of its list. */
    public void remove(NetworkRow row) {
        int index = rows(row.list()).indexOf(row);
        if (index >= 0) {
            List<NetworkEntry> entries = new ArrayList<>(row.list().of(draft.edited()));
            entries.remove(index);
            edit(row.list().with(draft.edited(), entries), null);
        }
    }

    /** Sets a threshold, as it is dragged; 0 switches it off. */
    public void threshold(Threshold threshold, long bound) {
        Profile now = draft.edited();
        edit(now.withThresholds(now.thresholds().with(threshold, bound)), threshold);
    }

    /** What thresholds choose from under the draft; empty where nobody has looked yet. */
    public ObjectProperty<Map<Threshold, Histogram>> histograms() {
        return histograms;
    }

    /** Whether anybody looks at the histograms: they are not made for nobody. */
    public BooleanProperty measuring() {
        return measuring;
    }

    /** Takes another profile as the draft, such as one from a file, or with other exceptions; as one edit. */
    public void open(Profile profile) {
        edit(profile, null);
    }

    public void undo() {
        change(Draft::undo);
    }

    public void redo() {
        change(Draft::redo);
    }

    /** Goes back to the profile that holds; can be undone. */
    public void revert() {
        change(Draft::revert);
    }

    /** Lets the draft hold, and returns it. */
    public Profile apply() {
        change(Draft::apply);
        return draft.applied();
    }

    void change(Consumer<Draft> step) {
        step.accept(draft);
        typing = null;
        show();
    }

    private void replace(NetworkRow row, NetworkEntry next, @Nullable Typing how) {
        int index = rows(row.list()).indexOf(row);
        if (index >= 0 && !next.equals(row.entry().get())) {
            List<NetworkEntry> entries = new ArrayList<>(row.list().of(draft.edited()));
            entries.set(index, next);
            edit(row.list().with(draft.edited(), entries), how);
        }
    }

    private void edit(Profile next, @Nullable Object how) {
        if (how != null && how.equals(typing) && draft.last() != null) {
            draft.undo(); // the keys before belong to the same edit
        }
        Profile before = draft.edited();
        draft.edit(next);
        typing = before.equals(next) ? null : how;
        show();
    }

    private void show() {
        Profile profile = draft.edited();
        rows.write(profile);
        pending.set(draft.pending());
        last.set(draft.last());
        next.set(draft.next());
        if (!draft.pending()) {
            change.set(null);
        }
        edited.set(profile);
    }

    /** What is said of the lines: of the edited profile, or for a moment of one before it. */
    public ReadOnlyObjectProperty<NetworkReview> review() {
        return review.getReadOnlyProperty();
    }

    /** Takes what was found out of the lines; where they were edited meanwhile, a newer one will come. */
    void take(NetworkReview next) {
        if (next.profile() == draft.edited()) {
            rows.take(next);
            review.set(next);
        }
    }
}
