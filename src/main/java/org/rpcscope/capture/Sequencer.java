package org.rpcscope.capture;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.rpcscope.stream.StreamInspector;

/**
 * Brings the segments of one side of a TCP connection into their order (RFC 9293 3.4). A segment that comes in its turn
 * goes to the inspector where it lies; one that comes early is copied and held until the hole before it is filled. Of
 * bytes that came twice the first copy counts. A hole becomes a gap when the other side acknowledges what was in it, for
 * then it was sent and not captured, or when its holder gives it up.
 */
final class Sequencer {

    /** A jump in sequence numbers beyond any window (RFC 7323: at most 2^30) is another numbering, not a gap. */
    private static final int LARGEST_WINDOW = 1 << 30;

    /** What a held piece takes beside its bytes, about. */
    private static final int PIECE = 64;

    /**
     * A part of the stream that came early.
     *
     * @param length on the wire; fewer bytes may have been captured
     */
    private record Piece(int sequence, int length, byte[] bytes, long time, long origin) {
        int end() {
            return sequence + length;
        }
    }

    private final StreamInspector<?> inspector;
    private final boolean fromOriginator;
    private List<Piece> early = List.of(); // in order, none overlaps another
    private int held;
    private int next;
    private int acknowledged;
    private int last;
    private boolean begun;
    private boolean answered; // acknowledged means something
    private boolean ending; // last means something

    Sequencer(StreamInspector<?> inspector, boolean fromOriginator) {
        this.inspector = inspector;
        this.fromOriginator = fromOriginator;
    }

    /** States the number of the first byte, where it is known; else that of the first segment is taken. */
    void begin(int sequence) {
        next = sequence;
        begun = true;
    }

    /** Bytes of memory that are held for what came early. */
    int held() {
        return held;
    }

    /** Whether everything up to the FIN was delivered; of a side that sent nothing, there is nothing to wait for. */
    boolean complete() {
        return !begun || (ending && last - next <= 0);
    }

    /** The side sends no more: the number of its FIN. */
    void end(int sequence) {
        if (!begun || !beyond(sequence)) {
            ending = true;
            last = sequence;
        }
    }

    /**
     * Takes a segment's payload.
     *
     * @param length on the wire, at least one
     * @param captured how many bytes of it are there
     */
    void segment(int sequence, int length, ByteBuffer bytes, int offset, int captured, long time, long origin) {
        if (!begun) {
            begin(sequence);
        } else if (beyond(sequence)) {
            finish(time);
            inspector.gap(fromOriginator, time, 0);
            answered = false;
            begin(sequence);
        }
        int known = Math.max(0, next - sequence);
        if (known >= length) {
            return; // a retransmission, or a probe that keeps the connection alive
        }
        int from = offset + Math.min(known, captured);
        int there = offset + captured - from;
        if (early.isEmpty() && next == sequence + known) {
            deliver(length - known, bytes, from, there, time, origin);
        } else {
            hold(sequence + known, length - known, bytes, from, there, time, origin);
            proceed(time);
        }
    }

    private boolean beyond(int sequence) {
        int ahead = sequence - next;
        return ahead > LARGEST_WINDOW || ahead < -LARGEST_WINDOW;
    }

    /** The other side has all bytes before the number. */
    void acknowledge(int number, long time) {
        if (!begun || beyond(number) || (answered && number - acknowledged <= 0)) {
            return;
        }
        acknowledged = number;
        answered = true;
        if (!early.isEmpty()) {
            proceed(time);
        }
    }

    /** Gives up the first hole, if there is one: what is behind it is delivered. */
    void skip(long time) {
        if (!early.isEmpty()) {
            lose(early.getFirst().sequence(), time);
            proceed(time);
        }
    }

    /** Gives up every hole: nothing more will come. */
    void finish(long time) {
        while (!early.isEmpty()) {
            skip(time);
        }
        if (!complete() && ending) {
            lose(last, time);
        }
    }

    /** Throws away what is held. */
    void forget() {
        early = List.of();
        held = 0;
    }

    private void deliver(int length, ByteBuffer bytes, int offset, int there, long time, long origin) {
        next += length;
        if (there > 0) {
            inspector.bytes(fromOriginator, time, origin, bytes, offset, there);
        }
        if (there < length) { // the capture's snap length cut the packet
            inspector.gap(fromOriginator, time, length - there);
        }
    }

    private void lose(int upTo, long time) {
        inspector.gap(fromOriginator, time, upTo - next);
        next = upTo;
    }

    /** Copies the parts of a segment that are not held yet. */
    private void hold(int sequence, int length, ByteBuffer bytes, int offset, int there, long time, long origin) {
        if (early.isEmpty()) {
            early = new ArrayList<>();
        }
        int at = sequence;
        int end = sequence + length;
        for (int i = 0; at != end; i++) {
            boolean more = i < early.size();
            int from = more ? early.get(i).sequence() : end;
            int to = more ? early.get(i).end() : end;
            if (to - at <= 0 && more) {
                continue;
            }
            int stop = from - end < 0 ? from : end;
            if (stop - at > 0) {
                int before = Math.min(at - sequence, there);
                byte[] part = new byte[Math.min(there - before, stop - at)];
                bytes.get(offset + before, part);
                early.add(i, new Piece(at, stop - at, part, time, origin));
                held += part.length + PIECE;
                i++;
            }
            at = stop == end || to - end >= 0 ? end : to;
        }
    }

    /** Delivers what is in turn, and gives up what the other side has acknowledged. */
    private void proceed(long time) {
        int delivered = 0;
        for (boolean more = true; more && delivered < early.size(); ) {
            Piece piece = early.get(delivered);
            int hole = piece.sequence() - next;
            if (hole > 0 && answered && acknowledged - next > 0) {
                lose(next + Math.min(hole, acknowledged - next), time);
            }
            more = piece.sequence() == next;
            if (more) {
                delivered++;
                held -= piece.bytes().length + PIECE;
                deliver(
                        piece.length(),
                        ByteBuffer.wrap(piece.bytes()),
                        0,
                        piece.bytes().length,
                        piece.time(),
                        piece.origin());
            }
        }
        if (delivered == early.size()) {
            early = List.of();
        } else {
            early.subList(0, delivered).clear();
        }
    }
}
