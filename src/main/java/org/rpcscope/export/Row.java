package org.rpcscope.export;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rpcscope.detect.EventFinding;
import org.rpcscope.detect.Finding;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Session;

/** A finding as cells of text, for tables that people read. */
final class Row {

    static final List<String> NAMES = List.of(
            "flagged",
            "tier",
            "time",
            "source_ip",
            "source_port",
            "destination_ip",
            "destination_port",
            "transport",
            "protocol",
            "direction",
            "outcome",
            "source_bytes",
            "destination_bytes",
            "duration_ns",
            "score",
            "rules",
            "inputs",
            "interfaces",
            "operations",
            "users",
            "stages",
            "learned_from",
            "host",
            "event");

    private final Said said;
    private final ZoneId zone;

    /** @param zone of the times */
    Row(Interfaces interfaces, ZoneId zone) {
        this.said = new Said(interfaces);
        this.zone = zone;
    }

    /** The cells in the order of {@link #NAMES}; empty where unknown. */
    List<String> of(Finding finding) {
        Session session = finding.session();
        Session.Ends ends = session.ends();
        return List.of(
                finding.flagged() ? "yes" : "no",
                session.tier().label(),
                Times.text(session.start(), zone),
                ends.source().toString(),
                Integer.toString(ends.sourcePort()),
                ends.destination().toString(),
                Integer.toString(ends.destinationPort()),
                ends.transport().label(),
                protocol(session),
                finding.direction().label(),
                session.outcome().label(),
                number(session.counters().sourceBytes()),
                number(session.counters().destinationBytes()),
                Long.toString(session.end() - session.start()),
                Integer.toString(finding.score().total()),
                rules(finding),
                session.seen().stream()
                        .map(seen -> seen.input().file())
                        .distinct()
                        .collect(Collectors.joining("; ")),
                said.interfaces(finding),
                Said.operations(finding),
                Said.users(finding),
                Said.stages(finding),
                finding.learnedFrom() == null ? "" : finding.learnedFrom(),
                "",
                "");
    }

    /** The cells of what was found beside sessions: most of them are empty. */
    List<String> of(EventFinding finding) {
        Map<String, String> cells = Map.of(
                "flagged",
                "yes",
                "time",
                Times.text(finding.time(), zone),
                "source_ip",
                finding.address() == null ? "" : finding.address().toString(),
                "rules",
                finding.rule().title(),
                "inputs",
                finding.input().file(),
                "users",
                finding.user() == null ? "" : finding.user(),
                "host",
                finding.host() == null ? "" : finding.host(),
                "event",
                event(finding));
        return NAMES.stream().map(name -> cells.getOrDefault(name, "")).toList();
    }

    /** What happened, in a few words: the kind and the subject, or what a correlation's events have in common. */
    static String event(EventFinding finding) {
        EventFinding.Correlated correlated = finding.correlated();
        if (correlated != null) {
            return "correlation: " + String.join(", ", correlated.group().values());
        }
        String kind = finding.kind() == null ? "" : finding.kind().label();
        return finding.subject().isEmpty() ? kind : kind + ": " + finding.subject();
    }

    static String rules(Finding finding) {
        return finding.rules().stream().map(rule -> rule.info().title()).collect(Collectors.joining("; "));
    }

    /** What the traffic was seen to be, else the log's own word. */
    static String protocol(Session session) {
        String service = session.words().service();
        return Evidence.has(session.evidence(), Evidence.DCE_RPC) ? "dce_rpc" : service == null ? "" : service;
    }

    private static String number(long value) {
        return value < 0 ? "" : Long.toString(value);
    }
}
