package org.rpcscope.ui.sessions;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Finding;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.net.PrefixSet;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Mark;
import org.rpcscope.session.Session;
import org.rpcscope.session.SessionKey;
import org.rpcscope.session.Status;
import org.rpcscope.ui.fx.Amounts;
import org.rpcscope.ui.fx.Times;

/**
 * One line of the table: made when it comes into view, forgotten when it leaves. Two are equal when they are of the same
 * session, whatever is known of it. For one thread at a time.
 */
public final class SessionRow implements TableLine {

    private static final String RPC = "dce_rpc";

    private final Detection detection;
    private final Session session;
    private final SessionKey key;
    private final ConversationNames names;
    private final Mark mark;
    private @Nullable Finding finding;

    /** A line of a session that is not marked. */
    SessionRow(Detection detection, int number, ConversationNames names) {
        this(detection, number, names, Mark.NONE);
    }

    SessionRow(Detection detection, int number, ConversationNames names, Mark mark) {
        this.mark = mark;
        this.names = names;
        this.detection = detection;
        this.session = detection.sessions().session(number);
        this.key = SessionKey.of(session);
    }

    public Session session() {
        return session;
    }

    /** What the number of the session is of. */
    Detection detection() {
        return detection;
    }

    SessionKey key() {
        return key;
    }

    /** What the analyst says of it. */
    Mark mark() {
        return mark;
    }

    @Override
    public boolean flagged() {
        return detection.flagged(session.number());
    }

    private Finding finding() {
        Finding made = finding;
        if (made == null) {
            made = detection.finding(session.number());
            finding = made;
        }
        return made;
    }

    /** Whether the address in a column lies in some networks; no other column holds one. */
    boolean within(PrefixSet networks, SessionColumn column) {
        Session.Ends ends = session.ends();
        return column.address() && networks.holds(column == SessionColumn.SOURCE ? ends.source() : ends.destination());
    }

    @Override
    public SessionRow lead() {
        return this;
    }

    @Override
    public String text(SessionColumn column) {
        Session.Ends ends = session.ends();
        Session.Counters counters = session.counters();
        return switch (column) {
            case TIER -> session.tier().label();
            case STATUS ->
                mark.status() == Status.NEW ? Amounts.NONE : mark.status().label();
            case VERDICT ->
                mark.verdict() == null ? Amounts.NONE : mark.verdict().label();
            case SCORE -> flagged() ? Integer.toString(detection.score(session.number())) : Amounts.NONE;
            case TIME -> Times.UTC.millis(session.start());
            case SOURCE -> ends.source().toString();
            case SOURCE_PORT -> Integer.toString(ends.sourcePort());
            case DESTINATION -> ends.destination().toString();
            case PORT -> Integer.toString(ends.destinationPort());
            case TRANSPORT -> ends.transport().label();
            case SERVICE -> service();
            case BYTES_OUT -> Amounts.bytes(counters.sourceBytes());
            case BYTES_IN -> Amounts.bytes(counters.destinationBytes());
            case DURATION -> Amounts.duration(session.end() - session.start());
            case OUTCOME -> session.outcome().label();
            case DIRECTION -> finding().direction().label();
            case INTERFACE, OPERATION, USER, RULE, INPUTS, TAGS -> elided(list(column));
            case PROCESS -> program(session.words().process());
            case STAGE -> list(column).isEmpty() ? Amounts.NONE : list(column).getFirst();
            case LEARNED_FROM -> Objects.requireNonNullElse(detection.learnedFrom(session.number()), Amounts.NONE);
        };
    }

    /** All that a cell stands for, which may be more than its words. */
    String whole(SessionColumn column) {
        List<String> list = list(column);
        return list.isEmpty() ? text(column) : String.join(", ", list);
    }

    /** What a column of lists holds, of the stages the furthest first; empty for another column. */
    List<String> list(SessionColumn column) {
        return switch (column) {
            case TAGS -> List.copyOf(mark.tags());
            case INTERFACE -> names.interfaces(session.conversation());
            case OPERATION -> names.operations(session.conversation());
            case USER -> names.users(session);
            case PROCESS -> {
                String program = session.words().process();
                yield program == null ? List.of() : List.of(program);
            }
            case STAGE ->
                detection.stages(session.number()).reversed().stream()
                        .map(Stage::label)
                        .toList();
            case RULE ->
                flagged()
                        ? finding().rules().stream()
                                .map(rule -> rule.info().title())
                                .toList()
                        : List.of();
            case INPUTS ->
                session.seen().stream()
                        .map(seen -> fileName(seen.input().file()))
                        .distinct()
                        .toList();
            default -> List.of();
        };
    }

    /** The words of a cell that holds a list. */
    static String elided(List<String> list) {
        return switch (list.size()) {
            case 0 -> Amounts.NONE;
            case 1 -> list.getFirst();
            default -> list.getFirst() + " +" + (list.size() - 1);
        };
    }

    private String service() {
        String named = session.words().service();
        if (named != null) {
            return rpcFirst(named);
        }
        return Evidence.has(session.evidence(), Evidence.DCE_RPC) ? RPC : Amounts.NONE;
    }

    /** A log may name several protocols of one session, and the cell is narrow. */
    private static String rpcFirst(String services) {
        List<String> words = new ArrayList<>(List.of(services.split(",")));
        if (words.size() > 1 && words.remove(RPC)) {
            words.addFirst(RPC);
        }
        return String.join(", ", words);
    }

    /** The name of a program by its path: what is the same in most paths leaves no room for what differs. */
    static String program(@Nullable String path) {
        return path == null ? Amounts.NONE : fileName(path);
    }

    /** The last part of a path of any operating system: logs may come from another one. */
    static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SessionRow row && key.equals(row.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** Both ends: what a screen reader says of the line. */
    @Override
    public String toString() {
        return text(SessionColumn.TIER) + " " + text(SessionColumn.SOURCE) + " " + text(SessionColumn.DESTINATION);
    }
}
