package org.rpcscope.logs;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.EventKind;
import org.rpcscope.session.LogEvent;
import org.rpcscope.session.Pools;
import org.rpcscope.session.TextPool;

/**
 * Decodes records of EVE. Each that has ends is a part of a session, joined with the others by its flow id; alerts and
 * anomalies are events besides. One thread.
 */
final class EveLines implements LineDecoder<ConnJson.NoHeader> {

    private static final int SYN = 2;
    private static final int RST = 4;

    private static final EveField[] WORDS = {
        EveField.SERVICE,
        EveField.SERVICE_BACK,
        EveField.SERVICE_THERE,
        EveField.HOST,
        EveField.TCP_STATE,
        EveField.FLOW_STATE,
        EveField.ALERT_ACTION,
        EveField.FLOW_ACTION
    };

    private final int[] words = new int[WORDS.length];
    private final EveRecord record = new EveRecord();
    private final Connection connection;

    EveLines(Pools pools) {
        connection = new Connection(pools);
    }

    @Override
    public ConnJson.NoHeader decode(LineChunk chunk, ConnJson.NoHeader before) {
        byte[] bytes = chunk.bytes;
        int from = chunk.offset == 0 && Words.beginsWithMark(bytes, chunk.length) ? 3 : 0;
        while (from < chunk.length) {
            int end = Ascii.next(bytes, from, chunk.length, '\n');
            chunk.rows.line();
            line(chunk, from, end);
            from = end + 1;
        }
        return before;
    }

    private void line(LineChunk chunk, int from, int end) {
        byte[] bytes = chunk.bytes;
        long offset = chunk.offset + from;
        int start = from;
        while (start < end && bytes[start] <= ' ') {
            start++;
        }
        if (start == end) {
            return;
        }
        if (end - from > LineFeed.LONGEST_LINE) {
            chunk.rows.problem(offset, LineFeed.TOO_LONG);
        } else if (!record.read(bytes, start, end)) {
            chunk.rows.problem(offset, "not a JSON object: " + ConnFields.excerpt(bytes, start, end));
        } else {
            EveType type = record.type();
            boolean session = record.has(EveField.SOURCE) || record.has(EveField.FLOW) || record.has(EveField.NETFLOW);
            if (session) {
                session(chunk, type, offset);
            }
            if (type == EveType.ALERT || type == EveType.ANOMALY || record.has(EveField.ALERT)) {
                event(chunk, start, end, offset);
            }
        }
    }

    private void session(LineChunk chunk, EveType type, long offset) {
        if (!fill(connection, type)) {
            return;
        }
        String fault = connection.fault();
        if (fault != null) {
            chunk.rows.problem(offset, fault);
            return;
        }
        chunk.rows.add(connection, offset);
        EveSpeech speech = speech(type);
        if (speech != null) {
            chunk.remarks.add(new Remark(
                    connection.joinedBy + " " + Math.min(connection.source, connection.destination) + " "
                            + Math.max(connection.source, connection.destination),
                    connection.source,
                    connection.destination,
                    connection.bothPorts(),
                    connection.start,
                    offset,
                    speech.call(),
                    speech.authentication(),
                    speech.bindings()));
        }
    }

    /** Reads the record into the connection; false where it is of a transport that has no sessions. */
    private boolean fill(Connection to, EveType type) {
        byte[] bytes = record.bytes();
        to.clear();
        to.transport(bytes, record.from(EveField.TRANSPORT), record.to(EveField.TRANSPORT));
        if (record.has(EveField.TRANSPORT) && to.isOfOtherTransport()) {
            return false;
        }
        to.transport = record.has(EveField.TRANSPORT) ? to.transport : Connection.ABSENT;
        to.source(bytes, record.from(EveField.SOURCE), record.to(EveField.SOURCE));
        to.destination(bytes, record.from(EveField.DESTINATION), record.to(EveField.DESTINATION));
        to.sourcePort = record.count(EveField.SOURCE_PORT);
        to.destinationPort = record.count(EveField.DESTINATION_PORT);
        to.start = record.time(EveField.TIME);
        to.joining = record.has(EveField.FLOW_ID) ? Joining.NEXT : Joining.NONE;
        to.joinedBy = record.count(EveField.FLOW_ID);
        to.headersCounted = true;
        words(to);
        to.recognised = record.is(EveField.SERVICE, "dcerpc")
                || record.is(EveField.SERVICE_THERE, "dcerpc")
                || record.is(EveField.SERVICE_BACK, "dcerpc")
                || type == EveType.DCERPC;
        to.directionKnown = directionIsOfTheFlow(type);
        counters(to);
        to.verdict = verdict(type);
        turn(to);
        return true;
    }

    private void counters(Connection to) {
        if (record.has(EveField.NETFLOW)) {
            to.sourceBytes = record.count(EveField.NETFLOW_BYTES);
            to.sourcePackets = record.count(EveField.NETFLOW_PACKETS);
            times(to, EveField.NETFLOW_START, EveField.NETFLOW_END);
            return;
        }
        to.sourceBytes = record.count(EveField.BYTES_THERE);
        to.destinationBytes = record.count(EveField.BYTES_BACK);
        to.sourcePackets = record.count(EveField.PACKETS_THERE);
        to.destinationPackets = record.count(EveField.PACKETS_BACK);
        times(to, EveField.START, EveField.END);
    }

    private void times(Connection to, EveField start, EveField end) {
        long began = record.time(start);
        long ended = record.time(end);
        boolean whole = ended != Numbers.BAD || began == Numbers.BAD; // a record on the way is of its own time, too
        to.end = whole ? ended : to.start;
        to.start = began == Numbers.BAD ? to.start : began;
    }

    /** Records that Suricata writes for a packet name the ends of the packet; all others those of the flow. */
    private boolean directionIsOfTheFlow(EveType type) {
        boolean ofPacket = type.isOfPacket() || record.has(EveField.ALERT);
        return !ofPacket || record.has(EveField.FLOW_SOURCE) || record.is(EveField.DIRECTION, "to_server");
    }

    /** Puts the ends of a packet back into the order of its flow, whose counters are of the flow already. */
    private void turn(Connection to) {
        boolean otherSource = record.has(EveField.FLOW_SOURCE)
                && !record.text(EveField.FLOW_SOURCE).equals(record.text(EveField.SOURCE));
        if (otherSource || !record.has(EveField.FLOW_SOURCE) && record.is(EveField.DIRECTION, "to_client")) {
            long[] counters = {to.sourceBytes, to.destinationBytes, to.sourcePackets, to.destinationPackets};
            to.turn();
            to.sourceBytes = counters[0];
            to.destinationBytes = counters[1];
            to.sourcePackets = counters[2];
            to.destinationPackets = counters[3];
            to.directionKnown = true;
        }
    }

    private Verdict verdict(EveType type) {
        if (record.is(EveField.ALERT_ACTION, "blocked")
                || record.is(EveField.FLOW_ACTION, "drop")
                || type == EveType.DROP) {
            return Verdict.DENIED;
        }
        int back = flags(EveField.FLAGS_BACK);
        if (record.has(EveField.FLAGS_BACK)
                && (back & RST) != 0
                && (back & SYN) == 0
                && (flags(EveField.FLAGS_THERE) & SYN) != 0) {
            return Verdict.REFUSED;
        }
        boolean spoken = record.has(EveField.SERVICE) && !record.is(EveField.SERVICE, "failed");
        return spoken || record.is(EveField.FLOW_STATE, "established") || type.isOfApplication()
                ? Verdict.ESTABLISHED
                : Verdict.NONE;
    }

    private int flags(EveField field) {
        int flags = 0;
        for (int i = record.from(field); record.has(field) && i < record.to(field); i++) {
            flags = flags << 4 | Math.max(0, Character.digit(record.bytes()[i], 16));
        }
        return flags;
    }

    private void words(Connection to) {
        for (int i = 0; i < WORDS.length; i++) {
            EveField field = WORDS[i];
            words[i] =
                    record.has(field) ? to.text(record.bytes(), record.from(field), record.to(field)) : TextPool.ABSENT;
        }
        to.service = first(first(words[0], words[1]), words[2]);
        to.host = words[3];
        to.state = record.has(EveField.TCP_STATE) ? words[4] : words[5];
        to.action = record.has(EveField.ALERT_ACTION) ? words[6] : words[7];
    }

    private static int first(int word, int other) {
        return word == TextPool.ABSENT ? other : word;
    }

    private @Nullable EveSpeech speech(EveType type) {
        boolean dcerpc = type == EveType.DCERPC;
        if (!dcerpc && type != EveType.SMB) {
            return null;
        }
        EveField field = dcerpc ? EveField.DCERPC : EveField.SMB;
        Map<String, @Nullable Object> said =
                record.has(field) ? JsonTree.read(record.bytes(), record.from(field), record.to(field)) : null;
        return said == null ? null : dcerpc ? EveSpeech.ofDcerpc(said) : EveSpeech.ofSmb(said);
    }

    private void event(LineChunk chunk, int start, int end, long offset) {
        long time = record.time(EveField.TIME);
        Map<String, @Nullable Object> fields = JsonTree.read(record.bytes(), start, end);
        if (fields == null || time == Numbers.BAD) {
            chunk.rows.problem(offset, fields == null ? "not a JSON object" : "there is no time");
            return;
        }
        boolean alert = fields.get("alert") instanceof Map;
        Object about = fields.get(alert ? "alert" : "anomaly");
        Map<?, ?> details = about instanceof Map<?, ?> map ? map : Map.of();
        String code = text(details.get(alert ? "signature_id" : "event"));
        String subject = text(details.get(alert ? "signature" : "event"));
        String type = alert ? "alert" : "anomaly";
        chunk.events.add(new LogEvent(
                time,
                null,
                IpAddress.parse(record.text(EveField.SOURCE)),
                IpAddress.parse(record.text(EveField.DESTINATION)),
                null,
                new EventKind(null, "suricata", type, code, alert ? "Alert" : "Protocol anomaly"),
                subject,
                offset,
                fields));
    }

    private static String text(@Nullable Object value) {
        return value == null || value instanceof Map || value instanceof List ? "" : value.toString();
    }
}
