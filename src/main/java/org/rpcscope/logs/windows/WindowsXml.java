package org.rpcscope.logs.windows;

import java.util.Arrays;
import java.util.function.LongSupplier;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat;
import org.rpcscope.logs.Words;
import org.rpcscope.session.ObservationTable;

/**
 * Event logs of Windows as XML: what the event viewer saves, {@code wevtutil qe /f:xml} prints, and forwarders pass on, with
 * a root around the events or without one, one a line or over many.
 */
public final class WindowsXml implements InputFormat<ObservationTable> {

    private static final byte[] SCHEMA = XmlText.ascii("schemas.microsoft.com/win/2004/08/events");
    private static final byte[] SYSTEM = XmlText.ascii("<System>");
    private static final int SURE = 95;
    private static final int LIKELY = 60;

    private final LongSupplier clock;

    /** @param clock nanoseconds from any origin, such as {@link System#nanoTime}: rows appear ten times a second */
    public WindowsXml(LongSupplier clock) {
        this.clock = clock;
    }

    @Override
    public String name() {
        return "windows-xml";
    }

    @Override
    public int likelihood(Head head) {
        int length = head.bytes().length;
        byte[] bytes = Arrays.copyOf(head.bytes(), length + Words.PAD);
        int start = XmlText.skipSpace(bytes, Words.beginsWithMark(bytes, length) ? 3 : 0, length);
        if (start >= length || bytes[start] != '<' || XmlDecoder.begin(bytes, start, length) == length) {
            return 0;
        }
        boolean schema = XmlText.find(bytes, start, length, SCHEMA) >= 0;
        return schema ? SURE : XmlText.find(bytes, start, length, SYSTEM) >= 0 ? LIKELY : 0;
    }

    @Override
    public void read(ByteSource source, ObservationTable table, Reading reading) {
        XmlFeed feed = new XmlFeed(new SourceBytes(source, reading));
        new BlockReading(table, reading, clock, feed, XmlDecoder::new).run();
        table.end();
    }
}
