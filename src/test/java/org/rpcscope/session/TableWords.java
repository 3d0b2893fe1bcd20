package org.rpcscope.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rpcscope.rpc.Conversation;

/** What a table says, in words that can be compared. */
public final class TableWords {

    private TableWords() {}

    /** All that a table says, in the order of its rows, its events, and what it knows of hosts. */
    static List<String> of(ObservationTable table) {
        List<String> lines = new ArrayList<>(content(table));
        lines.add(table.rows() + " rows, " + table.packets() + " packets, " + table.ended());
        lines.addAll(table.events().names().pairs().stream()
                .map(Object::toString)
                .sorted()
                .toList());
        return lines;
    }

    /** A line for each row and each event. */
    public static List<String> content(ObservationTable table) {
        List<String> lines = new ArrayList<>();
        Actors actors = new Actors(table);
        for (int row = 0; row < table.rows(); row++) {
            TextPool texts = table.pools().texts();
            List<Object> cells = new ArrayList<>(List.of(
                    table.pools().addresses().address(table.source(row)),
                    table.pools().addresses().address(table.destination(row)),
                    table.sourcePort(row) << 16 | table.destinationPort(row),
                    table.start(row),
                    table.end(row),
                    table.origin(row),
                    table.sourceBytes(row),
                    table.destinationBytes(row),
                    table.sourcePackets(row),
                    table.destinationPackets(row),
                    table.evidence(row),
                    table.describes(row),
                    sorted(table.conversation(row))));
            for (int id : new int[] {
                table.action(row), table.state(row), table.history(row), table.service(row),
                actors.user(row), actors.host(row), actors.process(row), actors.policy(row)
            }) {
                cells.add(String.valueOf(texts.text(id)));
            }
            lines.add(cells.toString());
        }
        EventTable events = table.events();
        for (int event = 0; event < events.count(); event++) {
            lines.add(Arrays.asList(
                            events.time(event),
                            events.origin(event),
                            events.kind(event),
                            events.hostName(event),
                            events.user(event),
                            events.subject(event),
                            events.hostAddress(event),
                            events.peerAddress(event))
                    .toString());
        }
        return lines;
    }

    private static String sorted(Conversation said) {
        return said.bindings() + " " + said.calls() + said.authentications() + said.announcements() + said.pipes()
                + said.omissions().stream().sorted().toList();
    }
}
