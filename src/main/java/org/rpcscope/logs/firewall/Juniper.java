package org.rpcscope.logs.firewall;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import org.rpcscope.logs.Ascii;
import org.rpcscope.logs.Connection;
import org.rpcscope.logs.Joining;
import org.rpcscope.logs.KeyValues;
import org.rpcscope.logs.Line;
import org.rpcscope.logs.Numbers;
import org.rpcscope.logs.Part;
import org.rpcscope.logs.PartNames;
import org.rpcscope.logs.Parts;
import org.rpcscope.logs.RecordDecoder;
import org.rpcscope.logs.Records;
import org.rpcscope.logs.Verdict;

/**
 * Session logs of Juniper SRX (Juniper, "System Log Explorer": RT_FLOW_SESSION_CREATE, _CLOSE, _DENY and their likes of
 * AppTrack) as structured data or as sentences. The application is what was recognised, the service follows from the port.
 * Byte counts include headers. Messages of other daemons of the same device are passed over.
 */
final class Juniper implements RecordDecoder {

    private static final byte[] SESSION = "_SESSION_".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SOURCE = "source-address=\"".getBytes(StandardCharsets.US_ASCII);
    private static final long SECOND = 1_000_000_000L;
    private static final long PACKET = 80; // of headers alone

    private static final KeyValues PAIRS = new KeyValues(
            '=',
            PartNames.of(new EnumMap<>(Map.ofEntries(
                    Map.entry(Part.SOURCE, "source-address"),
                    Map.entry(Part.DESTINATION, "destination-address"),
                    Map.entry(Part.SOURCE_PORT, "source-port"),
                    Map.entry(Part.DESTINATION_PORT, "destination-port"),
                    Map.entry(Part.TRANSPORT, "protocol-id"),
                    Map.entry(Part.DURATION, "elapsed-time"),
                    Map.entry(Part.REASON, "reason"),
                    Map.entry(Part.APPLICATION, "application"),
                    Map.entry(Part.SOURCE_BYTES, "bytes-from-client"),
                    Map.entry(Part.DESTINATION_BYTES, "bytes-from-server"),
                    Map.entry(Part.SOURCE_PACKETS, "packets-from-client"),
                    Map.entry(Part.DESTINATION_PACKETS, "packets-from-server"),
                    Map.entry(Part.SESSION, "session-id session-id-32"),
                    Map.entry(Part.USER, "username"),
                    Map.entry(Part.POLICY, "policy-name")))));

    private final JuniperSentence sentence = new JuniperSentence();
    private final Parts parts = new Parts();

    @Override
    public boolean decode(Line line, Records records) {
        byte[] bytes = line.bytes;
        int at = Ascii.find(bytes, line.hostFrom, line.to, SESSION);
        if (at < 0) {
            return false;
        }
        parts.clear(bytes);
        if (Ascii.find(bytes, at, line.to, SOURCE) >= 0) {
            PAIRS.read(bytes, at, line.to, parts);
        } else if (!sentence.read(bytes, at, line.to, parts)) {
            return false;
        }
        Connection record = records.begin();
        parts.fill(record);
        int kind = at + SESSION.length;
        boolean denied = Ascii.begins(bytes, kind, line.to, "den");
        boolean closed = Ascii.begins(bytes, kind, line.to, "close");
        int word = kind;
        while (word > line.hostFrom && bytes[word - 1] > ' ') {
            word--;
        }
        record.action = record.text(bytes, word, wordEnd(bytes, kind, line.to));
        record.host = line.hostTo > line.hostFrom ? record.text(bytes, line.hostFrom, line.hostTo) : 0;
        record.start = line.time;
        if (closed && line.time > 0) {
            record.end = line.time;
            record.start = Math.max(0, line.time - Math.clamp(parts.number(Part.DURATION), 0, 1L << 31) * SECOND);
        }
        record.headersCounted = true;
        record.recognised = parts.isAny(Part.APPLICATION, "ms-rpc", "msrpc", "junos:ms-rpc", "junos:msrpc", "dce-rpc");
        record.verdict = denied ? Verdict.DENIED : closed ? verdict() : Verdict.ALLOWED;
        record.joinedBy = parts.number(Part.SESSION);
        boolean numbered = record.joinedBy != Numbers.BAD && !denied;
        record.joining = !numbered ? Joining.NONE : closed ? Joining.LAST : Joining.FIRST;
        records.commit();
        return true;
    }

    private static int wordEnd(byte[] bytes, int from, int to) {
        return Ascii.next(bytes, from, Ascii.next(bytes, from, to, ' '), ':');
    }

    private Verdict verdict() {
        boolean reset = parts.begins(Part.REASON, "tcp rst") || parts.begins(Part.REASON, "tcp server rst");
        long packets = parts.number(Part.DESTINATION_PACKETS);
        boolean nothing = packets >= 0 && packets <= 1 && parts.number(Part.DESTINATION_BYTES) <= PACKET;
        if (reset && nothing) {
            return packets == 0 ? Verdict.UNANSWERED : Verdict.REFUSED;
        }
        return parts.begins(Part.REASON, "tcp fin") ? Verdict.ESTABLISHED : Verdict.ALLOWED;
    }
}
