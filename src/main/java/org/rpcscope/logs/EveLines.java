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

    private final Connection connection;
    private final EveRecord record;

    EveLines(Pools pools) {
        connection = new Connection(pools);
        record = new EveRecord(connection);
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
        to.clear();
        to.transport = record.has(EveField.TRANSPORT) ? (int) record.value(EveField.TRANSPORT) : Connection.ABSENT;
        if (to.isOfOtherTransport()) {
            return false;
        }
        record.numbers();
        to.source = (int) record.value(EveField.SOURCE);
        to.destination = (int) record.value(EveField.DESTINATION);
        to.sourcePort = record.value(EveField.SOURCE_PORT);
        to.destinationPort = record.value(EveField.DESTINATION_PORT);
        to.start = record.value(EveField.TIME);
        to.joining = record.has(EveField.FLOW_ID) ? Joining.NEXT : Joining.NONE;
        to.joinedBy = record.value(EveField.FLOW_ID);
        to.headersCounted = true;
        words(to);
        to.recognised = record.is(EveField.SERVICE, EveWords.DCERPC)
                || record.is(EveField.SERVICE_THERE, EveWords.DCERPC)
                || record.is(EveField.SERVICE_BACK, EveWords.DCERPC)
                || type == EveType.DCERPC;
        to.directionKnown = directionIsOfTheFlow(type);
        counters(to);
        to.verdict = verdict(type);
        turn(to);
        return true;
    }

    private void counters(Connection to) {
        boolean net = record.has(EveField.NETFLOW);
        to.sourceBytes = record.value(net ? EveField.NETFLOW_BYTES : EveField.BYTES_THERE);
        to.sourcePackets = record.value(net ? EveField.NETFLOW_PACKETS : EveField.PACKETS_THERE);
        if (!net) {
            to.destinationBytes = record.value(EveField.BYTES_BACK);
            to.destinationPackets = record.value(EveField.PACKETS_BACK);
        }
        long began = record.value(net ? EveField.NETFLOW_START : EveField.START);
        long ended = record.value(net ? EveField.NETFLOW_END : EveField.END);
        boolean whole = ended != Numbers.BAD || began == Numbers.BAD; // a record on the way is of its own time, too
        to.end = whole ? ended : to.start;
        to.start = began == Numbers.BAD ? to.start : began;
    }

    /** Records that Suricata writes for a packet name the ends of the packet; all others those of the flow. */
    private boolean directionIsOfTheFlow(EveType type) {
        boolean ofPacket = type.isOfPacket() || record.has(EveField.ALERT);
        return !ofPacket || record.has(EveField.FLOW_SOURCE) || record.is(EveField.DIRECTION, EveWords.TO_SERVER);
    }

    /** Puts the ends of a packet back into the order of its flow, whose counters are of the flow already. */
    private void turn(Connection to) {
        boolean otherSource = record.has(EveField.FLOW_SOURCE)
                && !record.text(EveField.FLOW_SOURCE).equals(record.text(EveField.SOURCE));
        if (otherSource || !record.has(EveField.FLOW_SOURCE) && record.is(EveField.DIRECTION, EveWords.TO_CLIENT)) {
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
        if (record.is(EveField.ALERT_ACTION, EveWords.BLOCKED)
                || record.is(EveField.FLOW_ACTION, EveWords.DROP)
                || type == EveType.DROP) {
            return Verdict.DENIED;
        }
        long back = record.value(EveField.FLAGS_BACK);
        if ((back & RST) != 0 && (back & SYN) == 0 && (record.value(EveField.FLAGS_THERE) & SYN) != 0) {
            return Verdict.REFUSED;
        }
        boolean spoken = record.has(EveField.SERVICE) && !record.is(EveField.SERVICE, EveWords.FAILED);
        return spoken || record.is(EveField.FLOW_STATE, EveWords.ESTABLISHED) || type.isOfApplication()
                ? Verdict.ESTABLISHED
                : Verdict.NONE;
    }

    private void words(Connection to) {
        to.service = first(first(text(EveField.SERVICE), text(EveField.SERVICE_BACK)), text(EveField.SERVICE_THERE));
        to.host = text(EveField.HOST);
        to.state = text(record.has(EveField.TCP_STATE) ? EveField.TCP_STATE : EveField.FLOW_STATE);
        to.action = text(record.has(EveField.ALERT_ACTION) ? EveField.ALERT_ACTION : EveField.FLOW_ACTION);
    }

    private int text(EveField field) {
        return (int) record.value(field);
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
        long time = record.time();
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
