package org.rpcscope.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;

/**
 * Events that one thread of a reader has decoded, until their turn comes to be appended to the table. The rules are asked
 * here, on the thread that adds. For one thread at a time; used again after {@link #clear}.
 */
public final class EventBatch {

    private final EventTable table;
    private final List<Cells> events = new ArrayList<>();

    /** What is kept of an event; texts, addresses and the kind are numbers. */
    record Cells(
            long time,
            long origin,
            int host,
            int address,
            int peer,
            int user,
            int kind,
            int subject,
            EventJudge.@Nullable Verdict verdict) {}

    EventBatch(EventTable table) {
        this.table = table;
    }

    /** Adds an event behind those that are there. */
    public void add(LogEvent event) {
        events.add(new Cells(
                event.time(),
                event.origin(),
                text(event.host()),
                address(event.address()),
                address(event.peer()),
                text(event.user()),
                table.kinds().intern(event.kind()),
                text(event.subject().isEmpty() ? null : event.subject()),
                table.judge(event)));
        if (event.host() != null && event.address() != null) {
            table.names().add(event.host(), event.address());
        }
    }

    private int text(@Nullable String text) {
        return text == null ? TextPool.ABSENT : table.pools().eventTexts().intern(text);
    }

    private int address(@Nullable IpAddress address) {
        return address == null
                ? EventTable.NO_ADDRESS
                : table.pools().addresses().intern(address);
    }

    /** Which names and addresses belong to one host: those of the table, for records that are sessions. Any thread. */
    public HostNames names() {
        return table.names();
    }

    /** How many events it holds. */
    public int count() {
        return events.size();
    }

    /** Empties it, for the next events. */
    public void clear() {
        events.clear();
    }

    List<Cells> events() {
        return events;
    }
}
