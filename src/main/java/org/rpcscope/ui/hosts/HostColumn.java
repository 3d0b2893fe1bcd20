package org.rpcscope.ui.hosts;

import java.util.Comparator;
import java.util.List;
import org.rpcscope.session.Tier;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Styles;
import org.rpcscope.ui.fx.Times;

/** The columns of the hosts, in the order in which they stand. */
public enum HostColumn {
    HOST("host", 115, Comparator.comparing(HostLine::address)),
    SCORE("score", 48, Comparator.comparingInt(line -> line.host().score())),
    STAGES(
            "stages",
            106,
            Comparator.comparingInt(HostColumn::furthest)
                    .thenComparingInt(line -> line.host().stages().size())),
    ACTIVITY("activity", 104, Comparator.comparingInt(line -> line.spark().sessions())),
    CONFIRMED(Tier.CONFIRMED),
    ESTABLISHED(Tier.ESTABLISHED),
    ATTEMPT(Tier.ATTEMPT),
    BLOCKED(Tier.BLOCKED),
    DESTINATIONS("destinations", 46, Comparator.comparingInt(line -> line.host().peers())),
    EVENTS("events", 58, Comparator.comparingInt(HostLine::events)),
    USERS("users", 114, Comparator.comparing(HostColumn::users, String.CASE_INSENSITIVE_ORDER)),
    LAST("last", 122, Comparator.comparingLong(line -> line.host().lastSeen())),
    FIRST("first", 122, Comparator.comparingLong(line -> line.host().firstSeen()));

    private final String id;
    private final double width;
    private final Comparator<HostLine> order;

    HostColumn(String id, double width, Comparator<HostLine> order) {
        this.id = id;
        this.width = width;
        this.order = order;
    }

    HostColumn(Tier tier) {
        this(tier.label(), 36, Comparator.comparingInt(line -> line.host().sessions(tier)));
    }

    /** The name in the keys of texts. */
    public String id() {
        return id;
    }

    double width() {
        return width;
    }

    /** From the lowest up. */
    Comparator<HostLine> order() {
        return order;
    }

    /** Whether the highest is what one wants to see first. */
    boolean downFirst() {
        return this != HOST && this != FIRST && this != USERS;
    }

    List<String> styles() {
        return switch (this) {
            case HOST, FIRST, LAST -> List.of(Styles.MONO);
            case STAGES, ACTIVITY, USERS -> List.of();
            case SCORE, CONFIRMED, ESTABLISHED, ATTEMPT, BLOCKED, DESTINATIONS, EVENTS ->
                List.of(Styles.MONO, "number");
        };
    }

    /** The words of a cell; of the stages and the activity, which are drawn, none. */
    String text(HostLine line, Times times) {
        return switch (this) {
            case HOST -> line.address().toString();
            case SCORE -> Integer.toString(line.host().score());
            case STAGES, ACTIVITY -> "";
            case CONFIRMED -> count(line, Tier.CONFIRMED);
            case ESTABLISHED -> count(line, Tier.ESTABLISHED);
            case ATTEMPT -> count(line, Tier.ATTEMPT);
            case BLOCKED -> count(line, Tier.BLOCKED);
            case DESTINATIONS -> Amounts.count(line.host().peers());
            case EVENTS -> line.events() == 0 ? Amounts.NONE : Amounts.count(line.events());
            case FIRST -> times.minutes(line.host().firstSeen());
            case LAST -> times.minutes(line.host().lastSeen());
            case USERS -> line.users().isEmpty() ? Amounts.NONE : elided(line.users());
        };
    }

    /** All that a cell stands for, which may be more than its words. */
    String whole(HostLine line, Times times) {
        return switch (this) {
            case FIRST -> times.exact(line.host().firstSeen());
            case LAST -> times.exact(line.host().lastSeen());
            case USERS -> String.join("\n", line.users());
            case HOST, SCORE, STAGES, ACTIVITY, CONFIRMED, ESTABLISHED, ATTEMPT, BLOCKED, DESTINATIONS, EVENTS ->
                text(line, times);
        };
    }

    private static String count(HostLine line, Tier tier) {
        int count = line.host().sessions(tier);
        return count == 0 ? Amounts.NONE : Amounts.count(count);
    }

    private static String elided(List<String> list) {
        return list.size() == 1 ? list.getFirst() : list.getFirst() + " +" + (list.size() - 1);
    }

    private static int furthest(HostLine line) {
        return line.host().stages().stream().mapToInt(Enum::ordinal).max().orElse(-1);
    }

    private static String users(HostLine line) {
        return line.users().isEmpty() ? "\uffff" : line.users().getFirst(); // hosts without one stand last
    }
}
