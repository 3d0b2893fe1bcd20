package org.rpcscope.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import org.rpcscope.detect.EventFinding;
import org.rpcscope.detect.Finding;
import org.rpcscope.rpc.Interfaces;

/** Findings as comma separated values, each a {@link CsvLine}. */
final class CsvTable implements FindingWriter {

    private final Writer out;
    private final Row row;

    CsvTable(OutputStream stream, Interfaces interfaces, ZoneId zone) throws IOException {
        row = new Row(interfaces, zone);
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        line(Row.NAMES);
    }

    @Override
    public void write(Finding finding) throws IOException {
        line(row.of(finding));
    }

    @Override
    public void write(EventFinding finding) throws IOException {
        line(row.of(finding));
    }

    private void line(List<String> cells) throws IOException {
        out.write(CsvLine.of(cells));
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
