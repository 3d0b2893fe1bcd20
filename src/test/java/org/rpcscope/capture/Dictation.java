package org.rpcscope.capture;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpcscope.dcerpc.DcerpcProbe;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.Step;
import org.rpcscope.rpc.Steps;
import org.rpcscope.stream.StreamInspection;
import org.rpcscope.stream.StreamInspector;
import org.rpcscope.stream.StreamProbe;

/**
 * An inspection that writes down what it is told: each call is a line in the place of a named pipe's name, so that it can
 * be read in the session.
 *
 * @param patience a stream is done after so many bytes
 * @param appetite how many of the last bytes of a stream are said to be unfinished, times a hundred
 * @param steps hear every line but the first, as the kind of a message
 */
record Dictation(int patience, int appetite, Steps steps) implements StreamInspection<Conversation> {

    /** Never done, never unfinished. */
    static final Dictation PLAIN = new Dictation(Integer.MAX_VALUE, 0);

    Dictation(int patience, int appetite) {
        this(patience, appetite, Steps.NONE);
    }

    /** Never done, never unfinished, and telling each line. */
    static Dictation telling(Steps steps) {
        return new Dictation(Integer.MAX_VALUE, 0, steps);
    }

    @Override
    public StreamProbe probe() {
        return new DcerpcProbe();
    }

    @Override
    public boolean atHome(int port) {
        return port == 135;
    }

    @Override
    public StreamInspector<Conversation> open(boolean datagrams, int sourcePort, int destinationPort) {
        return new Writer("open " + (datagrams ? "udp " : "tcp ") + sourcePort + " " + destinationPort);
    }

    private final class Writer implements StreamInspector<Conversation> {
        private final List<String> lines = new ArrayList<>();
        private int heard;
        private int unfinished;

        Writer(String first) {
            lines.add(first);
        }

        @Override
        public void bytes(boolean fromOriginator, long time, long origin, ByteBuffer bytes, int offset, int length) {
            byte[] copy = new byte[length];
            bytes.get(offset, copy);
            write(time, fromOriginator, new String(copy, StandardCharsets.ISO_8859_1), origin);
            heard += length;
            unfinished = length * 100 * appetite;
        }

        @Override
        public void gap(boolean fromOriginator, long time, long length) {
            write(time, fromOriginator, "gap " + length, 0);
        }

        private void write(long time, boolean fromOriginator, String what, long origin) {
            String line = (fromOriginator ? "> " : "< ") + what;
            lines.add(line);
            steps.step(new Step(time, fromOriginator, line, -1, -1, null, -1, "", false, 0, origin, origin));
        }

        @Override
        public void drop() {
            unfinished = 0;
            lines.add("drop");
        }

        @Override
        public int pending() {
            return unfinished;
        }

        @Override
        public boolean recognised() {
            return lines.stream().anyMatch(line -> line.contains("\5\0"));
        }

        @Override
        public boolean done() {
            return heard >= patience;
        }

        @Override
        public int version() {
            return lines.size();
        }

        @Override
        public @Nullable Conversation result() {
            return new Conversation(List.of(), List.of(), List.of(), List.of(), lines, Set.of());
        }
    }
}
