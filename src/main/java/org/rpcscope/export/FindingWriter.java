package org.rpcscope.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.rpcscope.detect.EventFinding;
import org.rpcscope.detect.Finding;
import org.rpcscope.rpc.Interfaces;

/** Writes findings, one after the other, in the shape of one format. For one thread. */
public interface FindingWriter extends Closeable {

    void write(Finding finding) throws IOException;

    /** Writes what was found beside sessions, in the same shape: with less in it. */
    void write(EventFinding finding) throws IOException;

    /** Completes what was written and flushes it; the stream itself stays open. */
    @Override
    void close() throws IOException;

    /** One JSON object a line: the session record of {@code cli.md}. */
    static FindingWriter jsonLines(OutputStream out, Interfaces interfaces) throws IOException {
        return new JsonLines(out, interfaces);
    }

    /** Comma separated values with a header line (RFC 4180), safe to open in a spreadsheet. */
    static FindingWriter csv(OutputStream out, Interfaces interfaces) throws IOException {
        return csv(out, interfaces, ZoneOffset.UTC);
    }

    /** The same, its times in a zone and with their offset from UTC. */
    static FindingWriter csv(OutputStream out, Interfaces interfaces, ZoneId zone) throws IOException {
        return new CsvTable(out, interfaces, zone);
    }

    /** A table for people, in columns of a fixed width. */
    static FindingWriter table(OutputStream out, Interfaces interfaces) throws IOException {
        return new TextTable(out, interfaces);
    }
}
