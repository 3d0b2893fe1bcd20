package org.rpcscope.logs.windows;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat.Reading;
import org.rpcscope.input.Problem;

/** The bytes of an input from its beginning to its end, or to damage, which becomes a problem. One thread at a time. */
final class SourceBytes {

    private final ByteSource source;
    private final Reading reading;
    private long consumed;
    private boolean ended;

    SourceBytes(ByteSource source, Reading reading) {
        this.source = source;
        this.reading = reading;
        reading.progress().total(source.packedSize());
    }

    /** Reads up to so many bytes that stand at a position, and returns how many: fewer only at the end. */
    int read(byte[] into, int from, int wanted, long position) {
        ByteBuffer buffer = ByteBuffer.wrap(into, from, wanted);
        try {
            while (buffer.hasRemaining() && !ended) {
                ended = source.read(position + buffer.position() - from, buffer) == 0;
                long now = source.consumed();
                reading.progress().advance(now - consumed);
                consumed = now;
            }
        } catch (IOException e) {
            ended = true;
            long at = position + buffer.position() - from;
            reading.problems().add(Problem.at(at, String.valueOf(e.getMessage())));
        }
        return buffer.position() - from;
    }
}
