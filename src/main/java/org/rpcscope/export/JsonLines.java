package org.rpcscope.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.EventFinding;
import org.rpcscope.detect.Finding;
import org.rpcscope.detect.ScorePoint;
import org.rpcscope.net.CommunityId;
import org.rpcscope.net.Reason;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.Session;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.RuleInfo;

/** Session records as JSON lines, with the names of the Elastic Common Schema. What is unknown is absent, never null. */
final class JsonLines implements FindingWriter {

    private final Techniques techniques = new Techniques();
    private final JsonGenerator json;
    private final ConversationJson conversation;
    private final EventJson event;
    private final Repeated<RuleInfo> rules;
    private final Repeated<List<Techniques.Technique>> threats;
    private final Repeated<Reason> zones;

    JsonLines(OutputStream out, Interfaces interfaces) throws IOException {
        JsonFactory factory = new JsonFactory().setRootValueSeparator("\n");
        json = factory.createGenerator(out);
        conversation = new ConversationJson(factory, json, interfaces);
        event = new EventJson(json, techniques);
        rules = new Repeated<>(factory, EventJson::writeRule);
        threats = new Repeated<>(factory, EventJson::writeThreat);
        zones = new Repeated<>(factory, JsonLines::zone);
        json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    }

    @Override
    public void write(Finding finding) throws IOException {
        Session session = finding.session();
        json.writeStartObject();
        json.writeStringField("@timestamp", Times.text(session.start()));
        event(finding);
        Session.Ends ends = session.ends();
        Session.Counters counters = session.counters();
        end("source", ends.source().toString(), ends.sourcePort(), counters.sourceBytes(), counters.sourcePackets());
        end(
                "destination",
                ends.destination().toString(),
                ends.destinationPort(),
                counters.destinationBytes(),
                counters.destinationPackets());
        network(finding);
        actors(session.words());
        if (finding.flagged()) {
            rules(finding.rules());
        }
        techniques(finding);
        scope(finding);
        json.writeEndObject();
    }

    @Override
    public void write(EventFinding finding) throws IOException {
        event.write(finding);
    }

    private void event(Finding finding) throws IOException {
        Session session = finding.session();
        json.writeObjectFieldStart("event");
        json.writeStringField("kind", finding.flagged() ? "alert" : "event");
        json.writeNumberField("duration", session.end() - session.start());
        text("action", session.words().action());
        json.writeStringField("outcome", session.outcome().label());
        json.writeNumberField("risk_score", finding.score().total());
        json.writeEndObject();
    }

    private void end(String name, String ip, int port, long bytes, long packets) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeStringField("ip", ip);
        json.writeNumberField("port", port);
        number("bytes", bytes);
        number("packets", packets);
        json.writeEndObject();
    }

    private void network(Finding finding) throws IOException {
        Session.Ends ends = finding.session().ends();
        json.writeObjectFieldStart("network");
        json.writeStringField("transport", ends.transport().label());
        if (Evidence.has(finding.session().evidence(), Evidence.DCE_RPC)) {
            json.writeStringField("protocol", "dce_rpc");
        }
        json.writeStringField(
                "community_id",
                CommunityId.v1(
                        ends.source(),
                        ends.sourcePort(),
                        ends.destination(),
                        ends.destinationPort(),
                        ends.transport().protocol()));
        json.writeStringField("direction", finding.direction().label());
        json.writeEndObject();
    }

    private void actors(Session.Words words) throws IOException {
        name("user", "name", words.user());
        name("host", "name", words.host());
        name("process", "executable", words.process());
    }

    private void name(String who, String field, @Nullable String value) throws IOException {
        if (value != null) {
            json.writeObjectFieldStart(who);
            json.writeStringField(field, value);
            json.writeEndObject();
        }
    }

    private void rules(List<Rule> matched) throws IOException {
        json.writeArrayFieldStart("rule");
        for (Rule rule : matched) {
            rules.write(json, rule.info());
        }
        json.writeEndArray();
    }

    /** Of the rules that matched and of the operations that were called, flagged or not. */
    private void techniques(Finding finding) throws IOException {
        List<Techniques.Technique> found = techniques.of(finding);
        if (!found.isEmpty()) {
            json.writeFieldName("threat");
            threats.write(json, found);
        }
    }

    private void scope(Finding finding) throws IOException {
        json.writeObjectFieldStart("rpcscope");
        json.writeBooleanField("flagged", finding.flagged());
        json.writeStringField("tier", finding.session().tier().label());
        json.writeFieldName("source_zone");
        zones.write(json, finding.sourceZone());
        json.writeFieldName("destination_zone");
        zones.write(json, finding.destinationZone());
        inputs(finding.session().seen());
        conversation.write(finding);
        if (!finding.score().evidence().isEmpty()) {
            json.writeArrayFieldStart("evidence");
            for (ScorePoint point : finding.score().evidence()) {
                json.writeStartObject();
                json.writeStringField("kind", point.kind());
                json.writeStringField("text", point.text());
                json.writeNumberField("points", point.points());
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void inputs(List<Session.Seen> seen) throws IOException {
        json.writeArrayFieldStart("inputs");
        Map<Input, Long> records = new LinkedHashMap<>(); // several of one input where those are reports
        for (Session.Seen each : seen) {
            records.merge(each.input(), each.records(), Long::sum);
        }
        for (Map.Entry<Input, Long> input : records.entrySet()) {
            json.writeStartObject();
            json.writeStringField("file", input.getKey().file());
            json.writeStringField("format", input.getKey().format());
            json.writeNumberField("records", input.getValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void zone(JsonGenerator json, Reason reason) throws IOException {
        json.writeStartObject();
        json.writeStringField("zone", reason.zone().label());
        String network = reason.network();
        if (network != null && !network.isEmpty()) {
            json.writeStringField("network", network);
        }
        json.writeStringField("reason", reason.text());
        json.writeEndObject();
    }

    private void text(String name, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }

    private void number(String name, long value) throws IOException {
        if (value >= 0) {
            json.writeNumberField(name, value);
        }
    }

    @Override
    public void close() throws IOException {
        boolean any = json.getOutputContext().hasCurrentIndex();
        if (any) {
            json.writeRaw('\n');
        }
        json.close();
    }
}
