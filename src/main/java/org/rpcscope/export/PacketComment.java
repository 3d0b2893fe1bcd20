package org.rpcscope.export;

import java.util.ArrayList;
import java.util.List;
import org.rpcscope.detect.Finding;
import org.rpcscope.session.Mark;
import org.rpcscope.session.Status;
import org.rpcscope.sigma.Rule;

/** The line that a packet carries about the session which it begins: what it is, why it is flagged, what was said of it. */
public final class PacketComment {

    private PacketComment() {}

    /** Such as {@code RPC Scope: confirmed; score 71; rule Outbound RPC (id); analyst: escalated, malicious; tag case 12}. */
    public static String of(Finding finding, Mark mark) {
        List<String> parts = new ArrayList<>();
        parts.add("RPC Scope: " + finding.session().tier().label());
        if (finding.flagged()) {
            parts.add("score " + finding.score().total());
        }
        for (Rule rule : finding.rules()) {
            parts.add("rule " + rule.info().title()
                    + (rule.info().id() == null ? "" : " (" + rule.info().id() + ")"));
        }
        List<String> said = new ArrayList<>();
        if (mark.status() != Status.NEW) {
            said.add(mark.status().label());
        }
        if (mark.verdict() != null) {
            said.add(mark.verdict().label());
        }
        if (!said.isEmpty()) {
            parts.add("analyst: " + String.join(", ", said));
        }
        mark.tags().forEach(tag -> parts.add("tag " + tag));
        return String.join("; ", parts);
    }
}
