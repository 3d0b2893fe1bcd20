package org.rpcscope.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.rpcscope.detect.EventFinding;
import org.rpcscope.detect.Finding;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.session.Session;

/**
 * A table for a terminal. The first rows decide how wide its columns are, so that a table of millions can begin at once.
 * Control characters of hostile files are made visible, so that no cell can command the terminal.
 */
final class TextTable implements FindingWriter {

    private static final List<String> NAMES = List.of(
            "tier",
            "time (UTC)",
            "source",
            "destination",
            "protocol",
            "interface",
            "operation",
            "user",
            "score",
            "rules");
    private static final int MEASURED = 500;
    private static final int WIDEST = 32;

    private final Writer out;
    private final Said said;
    private final List<List<String>> held = new ArrayList<>();
    private int[] widths = new int[0];

    TextTable(OutputStream stream, Interfaces interfaces) {
        said = new Said(interfaces);
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        held.add(NAMES);
    }

    @Override
    public void write(Finding finding) throws IOException {
        Session session = finding.session();
        Session.Ends ends = session.ends();
        List<String> cells = List.of(
                session.tier().label(),
                Times.text(session.start()).replace('T', ' ').replace("Z", ""),
                end(ends.source().toString(), ends.sourcePort()),
                end(ends.destination().toString(), ends.destinationPort()),
                visible(Row.protocol(session).isEmpty() ? ends.transport().label() : Row.protocol(session)),
                cell(said.interfaces(finding)),
                cell(Said.worstOperation(finding)),
                cell(Said.users(finding)),
                finding.flagged() ? Integer.toString(finding.score().total()) : "-",
                finding.flagged() ? visible(Row.rules(finding)) : "-");
        row(cells);
    }

    /** A record that is no session has a host instead of ends, and what happened instead of operations. */
    @Override
    public void write(EventFinding finding) throws IOException {
        String address = finding.address() == null ? "" : finding.address().toString();
        row(List.of(
                "event",
                Times.text(finding.time()).replace('T', ' ').replace("Z", ""),
                cell(finding.host() != null ? finding.host() : address),
                "-",
                "-",
                "-",
                cell(Row.event(finding)),
                cell(finding.user() == null ? "" : finding.user()),
                "-",
                visible(finding.rule().title())));
    }

    private void row(List<String> cells) throws IOException {
        if (widths.length > 0) {
            line(cells);
            return;
        }
        held.add(cells);
        if (held.size() > MEASURED) {
            release();
        }
    }

    /** Hostile input may name a thousand things: a table shows the beginning. */
    private static String cell(String text) {
        String shown = visible(text);
        return shown.isEmpty() ? "-" : shown.length() <= WIDEST ? shown : shown.substring(0, WIDEST - 1) + "…";
    }

    private static String end(String address, int port) {
        return (address.indexOf(':') >= 0 ? "[" + address + "]" : address) + ":" + port;
    }

    static String visible(String text) {
        return text.codePoints().anyMatch(Character::isISOControl)
                ? text.codePoints()
                        .map(c -> Character.isISOControl(c) ? '\uFFFD' : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                : text;
    }

    private void release() throws IOException {
        widths = new int[NAMES.size()];
        for (List<String> cells : held) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], cells.get(i).length());
            }
        }
        for (List<String> cells : held) {
            line(cells);
        }
        held.clear();
    }

    private void line(List<String> cells) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            String cell = cells.get(i);
            line.append(cell);
            if (i < cells.size() - 1) {
                line.append(" ".repeat(Math.max(0, widths[i] - cell.length()) + 2));
            }
        }
        out.append(line).append('\n');
    }

    @Override
    public void close() throws IOException {
        if (widths.length == 0) {
            release();
        }
        out.flush();
    }
}
