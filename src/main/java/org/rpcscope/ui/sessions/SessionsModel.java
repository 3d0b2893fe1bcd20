package org.rpcscope.ui.sessions;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.PrefixSet;
import org.rpcscope.overview.GroupBy;
import org.rpcscope.overview.SessionGroups;
import org.rpcscope.session.Marks;
import org.rpcscope.session.Session;
import org.rpcscope.session.Tier;

/** What the table shows. JavaFX thread only; needs no toolkit. */
public final class SessionsModel {

    /**
     * The session that was chosen, as it is known now: of a group the first.
     *
     * @param detection what the number is of
     * @param about the hosts that the choice is about: both ends of a session, or what those of a group have in common
     */
    public record Selection(Detection detection, int number, List<IpAddress> about) {

        private static Selection of(TableLine line) {
            SessionRow lead = line.lead();
            Session.Ends ends = lead.session().ends();
            return new Selection(
                    lead.detection(),
                    lead.session().number(),
                    line instanceof GroupRow group ? group.addresses() : List.of(ends.source(), ends.destination()));
        }
    }

    /**
     * How many sessions there are.
     *
     * @param byTier the flagged ones by the place of the tier in {@link Tier}
     */
    public record Counts(int flagged, int all, List<Integer> byTier) {
        static final Counts NONE = new Counts(0, 0, List.of(0, 0, 0, 0));
    }

    private final SessionRows rows;
    private final ObjectProperty<Marks> marks = new SimpleObjectProperty<>(Marks.NONE);
    private final FilterModel filter = new FilterModel();
    private final ReadOnlyObjectWrapper<Listing> listing = new ReadOnlyObjectWrapper<>(Listing.NOTHING);
    private final ObjectProperty<Scope> scope = new SimpleObjectProperty<>(Scope.FLAGGED);
    private final ObjectProperty<List<SortBy>> sort = new SimpleObjectProperty<>(List.of());
    private final ReadOnlyObjectWrapper<Counts> counts = new ReadOnlyObjectWrapper<>(Counts.NONE);
    private final ObjectProperty<GroupBy> grouping = new SimpleObjectProperty<>(GroupBy.NONE);
    private final Set<Long> open = new HashSet<>();
    private final ObjectProperty<@Nullable TableLine> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<PrefixSet> marked = new SimpleObjectProperty<>(PrefixSet.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Selection> selection = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Listed> several = new ReadOnlyObjectWrapper<>(Listed.NONE);

    /** @param names of what was said over DCE/RPC */
    public SessionsModel(ConversationNames names) {
        rows = new SessionRows(names);
        marks.subscribe(rows::marks);
        grouping.subscribe(open::clear); // what is known by them is of one way to put sessions together
    }

    /** What the analyst says of the sessions. */
    public ObjectProperty<Marks> marks() {
        return marks;
    }

    /** What narrows the sessions. */
    public FilterModel filter() {
        return filter;
    }

    public SessionRows rows() {
        return rows;
    }

    /** The order in which {@link #rows} stand, or will as soon as the view has taken it over. */
    ReadOnlyObjectProperty<Listing> listing() {
        return listing.getReadOnlyProperty();
    }

    /**
     * The sessions that are listed, in their order.
     *
     * @param detection what the numbers are of; null before there is any
     * @param sessions their numbers; not to be changed
     */
    public record Listed(@Nullable Detection detection, int[] sessions) {
        static final Listed NONE = new Listed(null, new int[0]);
    }

    /** What {@link #rows} hold, for views that show the same sessions another way. */
    public ObservableValue<Listed> listed() {
        return listing.map(now -> new Listed(now.detection(), now.order()));
    }

    /** Takes a listing; the group that holds the selected session stays open from now on. */
    void list(Listing next) {
        Outline outline = next.outline();
        if (outline != null && next.selected() >= 0 && next.place(next.selected()) >= 0) {
            open.add(outline.groups().id(outline.group(next.selected())));
        }
        listing.set(next);
    }

    /** Which sessions are listed. */
    public ObjectProperty<Scope> scope() {
        return scope;
    }

    /** The order that the analyst chose; empty for the natural one. */
    public ObjectProperty<List<SortBy>> sort() {
        return sort;
    }

    /** By what the sessions are put together. */
    public ObjectProperty<GroupBy> grouping() {
        return grouping;
    }

    /** The groups that are open, and those that were when they were last listed, by {@link SessionGroups#id}. */
    Set<Long> open() {
        return open;
    }

    public ReadOnlyObjectProperty<Counts> counts() {
        return counts.getReadOnlyProperty();
    }

    void count(Counts next) {
        counts.set(next);
    }

    /** The chosen line; null where none is. */
    ObjectProperty<@Nullable TableLine> selected() {
        return selected;
    }

    /** The chosen session by its present number: changes also when more becomes known of it. */
    public ReadOnlyObjectProperty<@Nullable Selection> selection() {
        return selection.getReadOnlyProperty();
    }

    /** All sessions that are selected in the table, in its order: the one of {@link #selection} and those beside it. */
    public ReadOnlyObjectProperty<Listed> several() {
        return several.getReadOnlyProperty();
    }

    void several(Listed next) {
        several.set(next);
    }

    /** What is chosen in the window: addresses that lie in it are marked. */
    public ObjectProperty<PrefixSet> marked() {
        return marked;
    }

    /** The line of what another listing may have had on another line; of a session in a closed group that of the group. */
    int lineOf(Listing of, TableLine line) {
        if (line instanceof GroupRow row) {
            int found = of.lineOfGroup(row.group().by(), row.group().id());
            if (found >= 0) {
                return found;
            }
        }
        Detection now = of.detection();
        SessionRow lead = line.lead();
        int number = now == null
                ? -1
                : lead.key().find(now.sessions(), lead.session().number());
        return number < 0 ? -1 : of.lineOf(number);
    }

    void select(@Nullable TableLine line) {
        selected.set(line);
        selection.set(line == null ? null : Selection.of(line));
    }
}
