package org.rpcscope.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.rpcscope.detect.EventFinding;
import org.rpcscope.detect.Finding;
import org.rpcscope.rpc.Interfaces;

/**
 * Comma separated values (RFC 4180). Cells come from hostile files: one that a spreadsheet would take for a formula gets
 * an apostrophe in front.
 */
final class CsvTable implements FindingWriter {

    private final Writer out;
    private final Row row;

    CsvTable(OutputStream stream, Interfaces interfaces) throws IOException {
        row = new Row(interfaces);
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        line(Row.NAMES);
    }

    @Override
    public void write(Finding finding) throws IOException {
        line(row.of(finding));
    }

    @Override
    public void write(EventFinding finding) throws IOException {
        line(Row.of(finding));
    }

    private void line(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? "" : ",");
            out.write(cell(cells.get(i)));
        }
        out.write("\r\n");
    }

    static String cell(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
