package org.rpcscope.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Observed;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.Mark;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.Status;
import org.rpcscope.session.Verdict;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** The report tells findings whole, and nothing in them becomes markup. */
class HtmlReportTest {

    private static final String HOSTILE = "<script>alert('1')</script>\"&\u0007\u202Eevil";
    private static final String ESCAPED = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;\uFFFD\uFFFDevil";
    private static final UUID SVCCTL = UUID.fromString("367abb81-9844-35f1-ad32-98f038001003");

    private static Detection detection(int sessions, String text) {
        Pools pools = new Pools();
        ObservationTable table = new ObservationTable(new Input(text, "pcap", 1), pools);
        for (int i = 0; i < sessions; i++) {
            int row = table.reserve(1);
            int source = pools.addresses().intern(IpAddress.parse("10.20.4.31"));
            int destination = pools.addresses().intern(IpAddress.parse("45.148.10.77"));
            table.open(row, source, destination, (1024 + i) << 16 | 135, i, i);
            table.see(row, i, Evidence.SYN | Evidence.SYN_ACK | Evidence.DCE_RPC | Evidence.DIRECTION_KNOWN);
            table.converse(
                    row,
                    new Conversation(
                            List.of(new Binding(new InterfaceId(SVCCTL, 2, 0), Binding.Result.ACCEPTED)),
                            List.of(Calls.logged(text, text, 1)),
                            List.of(new Authentication(
                                    "ntlm", "packet", text, text, text, null, Authentication.Outcome.ACCEPTED)),
                            List.of(),
                            List.of(),
                            Set.of()));
        }
        table.end();
        return Observed.judged(pools, table);
    }

    private static String written(Detection detection, String text) throws IOException {
        Mark mark = new Mark(Status.ESCALATED, Verdict.MALICIOUS, new TreeSet<>(List.of(text)), 1);
        Report report = new Report(
                text,
                1_700_000_000_123_456_789L,
                ZoneOffset.UTC,
                detection,
                IntStream.range(0, detection.sessions().count()).toArray(),
                text,
                _ -> mark,
                _ -> List.of(new Report.Remark(text, text)),
                new Report.Picture(text, svg -> svg.write("<svg>" + "</svg>")));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        HtmlReport.write(report, out, new Progress());
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aFindingIsToldWithEvidenceStagesOpinionAndWhatStopsIt() throws IOException {
        String html = written(detection(1, "corp.pcap"), "June");
        for (String part : List.of(
                ">Written 2023-11-14T22:13:20Z by RPC Scope. All times in UTC.</p>",
                "<h3>10.20.4.31 → 45.148.10.77 tcp 135</h3>",
                "<span class=\"tier-confirmed\">confirmed</span> · score ",
                "<span class=\"stage reached\">connection</span>",
                "<span class=\"stage\">initial access</span>",
                "<td>DCE/RPC itself was seen</td><td class=\"points\">+30</td>",
                "<p>Analyst: escalated, verdict: malicious, June</p>",
                "<th>Rule</th><td>Detect Outbound RPC Traffic (high, ",
                "<th>Internal networks</th><td>10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, fc00::/7</td>",
                "<figure>\n<svg></svg>\n<figcaption class=\"muted\">June</figcaption>\n</figure>",
                "nft",
                "New-NetFirewallRule")) {
            assertTrue(html.contains(part), part + " is missing in " + html);
        }
    }

    @Test
    void timesAreToldInTheZoneThatWasChosen() throws IOException {
        long winter = 1_767_225_600_123_000_000L; // 2026-01-01 00:00:00.123 UTC
        long summer = 1_782_864_000_000_000_000L; // 2026-07-01 00:00:00 UTC
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertEquals(
                List.of(
                        "2026-01-01T00:00:00.123Z",
                        "2026-01-01T00:00:00.123Z",
                        "2026-01-01T01:00:00.123+01:00",
                        "2026-07-01T02:00:00+02:00",
                        "2025-12-31T14:00:00.123-10:00"),
                List.of(
                        Times.text(winter),
                        Times.text(winter, ZoneOffset.UTC),
                        Times.text(winter, berlin),
                        Times.text(summer, berlin),
                        Times.text(winter, ZoneId.of("Pacific/Honolulu"))));
    }

    @Test
    void nothingInACaptureBecomesMarkup() throws IOException {
        String html = written(detection(1, HOSTILE), HOSTILE);
        assertFalse(html.contains("<script"), html);
        assertTrue(html.contains("<h1>" + ESCAPED + "</h1>"), html);
        assertEquals(1, html.split("<div class=\"finding\">", -1).length - 1);
        assertTrue(html.contains("default-src 'none'"));
    }

    @Property(tries = 300)
    void anyTextIsTextAgainWhenItIsRead(@ForAll String text)
            throws IOException, ParserConfigurationException, SAXException {
        StringWriter out = new StringWriter();
        new Html(out).element("p", "a", text);
        String written = new String(out.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertFalse(
                written.substring("<p class=\"a\">".length(), written.length() - "</p>\n".length())
                        .matches("(?s).*[<>\"'].*"),
                written);
        boolean xml = written.chars().noneMatch(c -> c >= 0xFFFE || c == 0);
        if (xml) { // what is left is harmless to the strictest reader
            Document read = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)));
            assertEquals("p", read.getDocumentElement().getTagName());
            assertEquals(0, read.getElementsByTagName("*").getLength() - 1);
        }
    }

    @Test
    void manySessionsAreToldInShortAndCounted() throws IOException {
        String html = written(detection(HtmlReport.TOLD + 3, "a"), "b");
        assertEquals(HtmlReport.TOLD, html.split("<div class=\"finding\">", -1).length - 1);
        assertTrue(html.contains("<h2>Further sessions</h2>"));
        assertEquals(3, html.split("<tr><td>confirmed</td>", -1).length - 1);
        assertTrue(html.contains("203, of which 203 flagged"));
    }
}
