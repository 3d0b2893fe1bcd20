package org.rpcscope.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.rpcscope.detect.Finding;
import org.rpcscope.detect.ScorePoint;
import org.rpcscope.export.firewall.Blockade;
import org.rpcscope.export.firewall.Dialect;
import org.rpcscope.job.Progress;
import org.rpcscope.net.NetworkLine;
import org.rpcscope.net.Reason;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.Mark;
import org.rpcscope.session.Session;
import org.rpcscope.session.Status;
import org.rpcscope.session.Tier;
import org.rpcscope.sigma.Rule;

/**
 * Findings as one HTML file that stands for itself: no script, nothing loaded, fit to be printed. Each finding is told with
 * its evidence, the steps of an attack that it reaches, what the analyst says of it, and the rule that stops it.
 */
public final class HtmlReport {

    /** So many findings are told at length; of the others there is a line. */
    public static final int TOLD = 200;

    /** So many lines the overview has at most. */
    public static final int LISTED = 10_000;

    private static final long SECOND = 1_000_000_000L;

    private static final String HEAD = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <style>
        body { font: 14px/1.5 system-ui, sans-serif; color: #1f2328; margin: 2.5em auto; max-width: 62em; padding: 0 1.5em; }
        h1 { font-size: 1.7em; margin: 0 0 .2em; } h2 { font-size: 1.25em; margin: 2em 0 .6em; border-bottom: 1px solid #d1d9e0; }
        h3 { font-size: 1.05em; margin: 0; font-family: ui-monospace, monospace; }
        p.muted, .muted { color: #59636e; } code, pre, td.mono { font-family: ui-monospace, monospace; font-size: .9em; }
        pre { background: #f6f8fa; padding: .8em; overflow-x: auto; border-radius: 6px; }
        table { border-collapse: collapse; width: 100%; } th { text-align: left; color: #59636e; font-weight: 600; }
        th, td { padding: .25em .7em .25em 0; vertical-align: top; border-bottom: 1px solid #eff2f5; }
        .finding { border: 1px solid #d1d9e0; border-radius: 8px; padding: 1em 1.2em; margin: 1em 0; break-inside: avoid; }
        .points { text-align: right; color: #d1242f; font-weight: 600; white-space: nowrap; }
        .tier-confirmed { color: #d1242f; font-weight: 600; } .tier-established { color: #9a6700; font-weight: 600; }
        .tier-attempt { color: #59636e; } .tier-blocked { color: #1a7f37; }
        .stage { display: inline-block; border: 1px solid #d1d9e0; border-radius: 1em; padding: 0 .7em; margin: .2em .3em .2em 0; color: #59636e; }
        .reached { background: #ffebe9; border-color: #ff8182; color: #1f2328; }
        .note { background: #f6f8fa; border-radius: 6px; padding: .5em .8em; margin: .4em 0; white-space: pre-wrap; }
        figure { margin: 0; } figure svg { display: block; width: 100%; max-height: 60em; }
        summary { cursor: pointer; color: #0969da; }
        @media print { body { margin: 0; max-width: none; } details { display: block; } }
        </style>
        """;

    private final Report report;
    private final Html html;
    private final OutputStreamWriter out;
    private final Said said;

    private HtmlReport(Report report, OutputStream to) {
        this.report = report;
        this.out = new OutputStreamWriter(to, StandardCharsets.UTF_8);
        this.html = new Html(out);
        this.said = new Said(report.detection().interfaces());
    }

    /**
     * Writes a report, and flushes the stream.
     *
     * @param progress in sessions; a cancelled report ends early, as a file that is whole
     */
    public static void write(Report report, OutputStream to, Progress progress) throws IOException {
        HtmlReport writing = new HtmlReport(report, to);
        writing.all(progress);
        writing.out.flush();
    }

    private void all(Progress progress) throws IOException {
        progress.total(progress.done() + report.sessions().length); // the picture counted its own
        html.raw(HEAD).element("title", "", report.title()).raw("</head><body>\n");
        html.element("h1", "", report.title());
        String zone =
                report.zone().equals(ZoneOffset.UTC) ? "UTC" : report.zone().getId();
        String when = time(Math.floorDiv(report.written(), SECOND) * SECOND);
        html.element("p", "muted", "Written " + when + " by RPC Scope. All times in " + zone + ".");
        summary();
        picture();
        html.element("h2", "", "Findings");
        int told = Math.min(TOLD, report.sessions().length);
        for (int i = 0; i < told && !progress.cancelled(); i++) {
            finding(report.sessions()[i]);
            progress.advance(1);
        }
        if (report.sessions().length > told) {
            html.element("h2", "", "Further sessions");
            overview(told, progress);
        }
        html.raw("</body></html>\n");
    }

    private void summary() throws IOException {
        int[] tiers = new int[Tier.values().length];
        int flagged = 0;
        for (int session : report.sessions()) {
            flagged += report.detection().flagged(session) ? 1 : 0;
            tiers[Tier.of(report.detection().sessions().evidence(session)).ordinal()]++;
        }
        html.element("h2", "", "Summary").raw("<table>\n");
        row("Sessions", report.sessions().length + ", of which " + flagged + " flagged");
        List<String> counts = new ArrayList<>();
        for (Tier tier : Tier.values()) {
            counts.add(tier.label() + " " + tiers[tier.ordinal()]);
        }
        row("By tier", String.join(", ", counts));
        row("Filter", report.filter().isEmpty() ? "none" : report.filter());
        row(
                "Inputs",
                report.detection().sessions().tables().stream()
                        .map(table -> table.input().file())
                        .distinct()
                        .collect(Collectors.joining(", ")));
        row(
                "Internal networks",
                report.detection().networks().lines().stream()
                        .filter(line -> line.list().equals(NetworkLine.INTERNAL))
                        .map(line -> line.cidr().toString())
                        .collect(Collectors.joining(", ")));
        html.raw("</table>\n");
    }

    private void picture() throws IOException {
        Report.Picture picture = report.picture();
        if (picture != null) {
            html.element("h2", "", "Hosts").raw("<figure>\n");
            picture.markup().write(out);
            html.raw("\n").element("figcaption", "muted", picture.caption()).raw("</figure>\n");
        }
    }

    private void row(String name, String value) throws IOException {
        html.raw("<tr><th>").text(name).raw("</th><td>").text(value).raw("</td></tr>\n");
    }

    private void finding(int number) throws IOException {
        Finding finding = report.detection().finding(number);
        Session session = finding.session();
        Session.Ends ends = session.ends();
        html.raw("<div class=\"finding\">");
        html.element("h3", "", ends(ends));
        html.raw("<p><span class=\"tier-" + session.tier().label() + "\">")
                .text(session.tier().label())
                .raw("</span> · ")
                .text((finding.flagged() ? "score " + finding.score().total() : "not flagged") + " · "
                        + time(session.start()) + " · "
                        + finding.direction().label())
                .raw("</p>\n<p>");
        for (Stage stage : Stage.values()) {
            String style = finding.stages().contains(stage) ? "stage reached" : "stage";
            html.raw("<span class=\"" + style + "\">")
                    .text(stage.label().replace('_', ' '))
                    .raw("</span>");
        }
        html.raw("</p>\n<table>\n");
        zone("Source", ends.source().toString(), finding.sourceZone());
        zone("Destination", ends.destination().toString(), finding.destinationZone());
        said("Interfaces", said.interfaces(finding));
        said("Operations", Said.operations(finding));
        said("Authentication", Said.authenticated(finding));
        for (Rule rule : finding.rules()) {
            row(
                    "Rule",
                    rule.info().title() + " (" + rule.info().level().label() + ", "
                            + rule.info().id() + ")");
        }
        html.raw("</table>\n");
        evidence(finding);
        opinion(number);
        if (finding.flagged()) {
            stop(finding);
        }
        html.raw("</div>\n");
    }

    private String time(long nanos) {
        return Times.text(nanos, report.zone());
    }

    private static String ends(Session.Ends ends) {
        return ends.source() + " → " + ends.destination() + " "
                + ends.transport().label() + " " + ends.destinationPort();
    }

    private void zone(String name, String address, Reason reason) throws IOException {
        row(name, address + ": " + reason.zone().label() + ", " + reason.text());
    }

    private void said(String name, String words) throws IOException {
        if (!words.isEmpty()) {
            row(name, words);
        }
    }

    private void evidence(Finding finding) throws IOException {
        if (finding.score().evidence().isEmpty()) {
            return;
        }
        html.raw("<table>\n");
        for (ScorePoint point : finding.score().evidence()) {
            String points = point.points() < 0 ? "−" + -point.points() : "+" + point.points();
            html.raw("<tr><td>")
                    .text(point.text())
                    .raw("</td><td class=\"points\">")
                    .text(points)
                    .raw("</td></tr>\n");
        }
        html.raw("</table>\n");
    }

    private void opinion(int number) throws IOException {
        Mark mark = report.marks().apply(number);
        List<String> words = new ArrayList<>();
        if (mark.status() != Status.NEW) {
            words.add(mark.status().label());
        }
        if (mark.verdict() != null) {
            words.add("verdict: " + mark.verdict().label());
        }
        words.addAll(mark.tags());
        if (!words.isEmpty()) {
            html.element("p", "", "Analyst: " + String.join(", ", words));
        }
        for (Report.Remark note : report.notes().apply(number)) {
            html.raw("<div class=\"note\"><span class=\"muted\">")
                    .text(note.head())
                    .raw("</span>\n");
            html.text(note.text()).raw("</div>\n");
        }
    }

    private void stop(Finding finding) throws IOException {
        LocalDate day =
                LocalDate.ofInstant(Instant.ofEpochSecond(Math.floorDiv(report.written(), SECOND)), report.zone());
        Blockade blockade =
                Blockade.of(finding.session().ends(), finding.sourceZone().network());
        html.raw("<details><summary>What stops it</summary><pre>");
        html.text(Dialect.NFTABLES.text(blockade, day)).raw("</pre><pre>");
        html.text(Dialect.WINDOWS.text(blockade, day)).raw("</pre></details>\n");
    }

    private void overview(int from, Progress progress) throws IOException {
        html.raw("<table>\n<tr><th>Tier</th><th>Score</th><th>Time</th><th>Session</th></tr>\n");
        int to = Math.min(report.sessions().length, from + LISTED);
        for (int i = from; i < to && !progress.cancelled(); i++) {
            int number = report.sessions()[i];
            Session session = report.detection().sessions().session(number);
            html.raw("<tr><td>").text(session.tier().label()).raw("</td><td>");
            html.text(Integer.toString(report.detection().score(number))).raw("</td><td class=\"mono\">");
            html.text(time(session.start())).raw("</td><td class=\"mono\">");
            html.text(ends(session.ends())).raw("</td></tr>\n");
            progress.advance(1);
        }
        html.raw("</table>\n");
        if (to < report.sessions().length) {
            html.element("p", "muted", (report.sessions().length - to) + " more are left out.");
        }
    }
}
