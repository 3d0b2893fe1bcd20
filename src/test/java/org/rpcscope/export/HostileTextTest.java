package org.rpcscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Detector;
import org.rpcscope.detect.EventFinding;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.session.EventKind;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.Mark;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Status;
import org.rpcscope.session.Verdict;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.RuleInfo;
import org.rpcscope.tuning.Weights;

/** One text in every field that a capture, a log, a rule or an analyst can fill: what is written of it does nothing. */
class HostileTextTest {

    /** A text that is no markup, and no part of what a report says by itself. */
    private static final String PLAIN = "qzxqzx";

    private static final UUID SVCCTL = UUID.fromString("367abb81-9844-35f1-ad32-98f038001003");
    private static final int TCP = Evidence.SYN | Evidence.SYN_ACK | Evidence.DIRECTION_KNOWN;

    /** A bundled rule under another name. */
    private static Rule named(Rule rule, String text) {
        RuleInfo info = rule.info();
        return new Rule(
                new RuleInfo(
                        info.id(),
                        text,
                        info.level(),
                        text,
                        text,
                        List.of(text),
                        List.of(text),
                        List.of(text),
                        text,
                        text,
                        text,
                        text),
                rule.logSource(),
                rule.expression());
    }

    /** The first bundled rule that flags what is told here. */
    private static Rule rule() {
        List<Rule> all = BundledRules.load().stream().map(each -> each.rule()).toList();
        return detection("", all).rules(0).getFirst();
    }

    private static Detection detection(String text, List<Rule> rules) {
        Pools pools = new Pools();
        ObservationTable table = new ObservationTable(new Input(text, "pcap", 1), pools);
        int source = pools.addresses().intern(Objects.requireNonNull(IpAddress.parse("10.20.4.31")));
        int destination = pools.addresses().intern(Objects.requireNonNull(IpAddress.parse("45.148.10.77")));
        int word = pools.texts().intern(text);
        for (int i = 0; i < 2; i++) {
            int row = table.reserve(1);
            table.open(row, source, destination, (1024 + i) << 16 | 135, i, i);
            table.see(row, i, i == 0 ? TCP | Evidence.DCE_RPC : TCP);
            table.describe(row, word, word, word, word);
        }
        table.converse(
                0,
                new Conversation(
                        List.of(new Binding(new InterfaceId(SVCCTL, 2, 0), Binding.Result.ACCEPTED)),
                        List.of(Calls.logged(text, text, 1)),
                        List.of(new Authentication(
                                "ntlm", "packet", text, text, text, null, Authentication.Outcome.ACCEPTED)),
                        List.of(),
                        List.of(),
                        Set.of()));
        table.end();
        return new Detector(pools, rules, Networks.defaults(), Weights.defaults()).run(List.of(table));
    }

    private static String report(String text) throws IOException {
        Detection detection = detection(text, List.of(named(rule(), text)));
        Mark mark = new Mark(Status.ESCALATED, Verdict.MALICIOUS, new TreeSet<>(List.of(text)), 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HtmlReport.write(
                new Report(
                        text,
                        1_700_000_000_000_000_000L,
                        ZoneOffset.UTC,
                        detection,
                        IntStream.range(0, detection.sessions().count()).toArray(),
                        text,
                        _ -> mark,
                        _ -> List.of(new Report.Remark(text, text)),
                        new Report.Picture(text, svg -> svg.write("<svg></svg>"))),
                out,
                new Progress());
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "<script>alert(1)</script>, &lt;script&gt;alert(1)&lt;/script&gt;",
                "\"><img src=x onerror='alert(1)'>, &quot;&gt;&lt;img src=x onerror=&#39;alert(1)&#39;&gt;",
                "&lt;script&gt;&#60;b&#62;, &amp;lt;script&amp;gt;&amp;#60;b&amp;#62;",
                "</pre></details></style><!--, &lt;/pre&gt;&lt;/details&gt;&lt;/style&gt;&lt;!--",
                "]]><![CDATA[<a href=javascript:x>, ]]&gt;&lt;![CDATA[&lt;a href=javascript:x&gt;"
            })
    void aReportIsTheSameButForTheEscapedText(String hostile, String escaped) throws IOException {
        String plain = report(PLAIN);
        assertTrue(plain.split(PLAIN, -1).length > 12, "the text is missing in " + plain);
        assertEquals(plain.replace(PLAIN, escaped), report(hostile));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=cmd|' /C calc'!A1",
                "+1+1",
                "-2+3",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "=HYPERLINK(\"http://x\",\"y\")\r\n=1"
            })
    void noCellOfATableIsAFormula(String hostile) throws IOException {
        String safe = "'" + hostile;
        List<Map<String, String>> rows = table(hostile);
        assertEquals(
                Map.of(
                        "rules",
                        safe,
                        "inputs",
                        safe,
                        "operations",
                        safe,
                        "users",
                        safe + "\\" + hostile,
                        "interfaces",
                        "svcctl; " + hostile),
                only(rows.get(0), "rules", "inputs", "operations", "users", "interfaces"));
        assertEquals(safe, rows.get(1).get("protocol"));
        assertEquals(
                Map.of("rules", safe, "inputs", safe, "users", safe, "host", safe, "event", safe + ": " + hostile),
                only(rows.get(2), "rules", "inputs", "users", "host", "event"));
        assertEquals(
                List.of(),
                rows.stream()
                        .flatMap(row -> row.values().stream())
                        .filter(cell -> !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0)
                        .toList());
    }

    private static Map<String, String> only(Map<String, String> row, String... names) {
        Map<String, String> some = new TreeMap<>(row);
        some.keySet().retainAll(List.of(names));
        return some;
    }

    /** Two sessions and an event, written and read again. */
    private static List<Map<String, String>> table(String text) throws IOException {
        Rule rule = named(rule(), text);
        Detection detection = detection(text, List.of(rule));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FindingWriter writer = FindingWriter.csv(out, detection.interfaces())) {
            writer.write(detection.finding(0));
            writer.write(detection.finding(1));
            writer.write(new EventFinding(
                    rule.info(),
                    0,
                    new Input(text, "text", 2),
                    0,
                    text,
                    null,
                    text,
                    new EventKind(null, null, null, text, text),
                    text,
                    null));
        }
        List<List<String>> lines = read(out.toString(StandardCharsets.UTF_8));
        List<Map<String, String>> rows = new ArrayList<>();
        for (List<String> line : lines.subList(1, lines.size())) {
            assertEquals(lines.getFirst().size(), line.size(), "cells of " + line);
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < line.size(); i++) {
                row.put(lines.getFirst().get(i), line.get(i));
            }
            rows.add(row);
        }
        assertEquals(3, rows.size());
        return rows;
    }

    /** Lines of cells as RFC 4180 has them. */
    private static List<List<String>> read(String csv) {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (c == '"') {
                boolean twice = quoted && csv.startsWith("\"\"", i);
                quoted = twice || !quoted;
                cell.append(twice ? "\"" : "");
                i += twice ? 1 : 0;
            } else if (!quoted && c == ',') {
                line.add(cell.toString());
                cell.setLength(0);
            } else if (!quoted && csv.startsWith("\r\n", i)) {
                line.add(cell.toString());
                cell.setLength(0);
                lines.add(line);
                line = new ArrayList<>();
                i++;
            } else {
                cell.append(c);
            }
        }
        return lines;
    }
}
