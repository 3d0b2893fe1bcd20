package org.rpcscope.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.EventFinding;
import org.rpcscope.net.IpAddress;
import org.rpcscope.session.EventKind;
import org.rpcscope.sigma.RuleInfo;

/** The record of a finding that is no session: the shape of {@code cli.md} under {@code --events}. */
record EventJson(JsonGenerator json, Techniques techniques) {

    void write(EventFinding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("@timestamp", Times.text(finding.time()));
        event(finding.kind());
        text("message", finding.subject());
        host(finding.host(), finding.address());
        user(finding.user());
        rule(finding.rule());
        List<Techniques.Technique> found = techniques.of(finding.rule());
        if (!found.isEmpty()) {
            json.writeFieldName("threat");
            writeThreat(json, found);
        }
        json.writeObjectFieldStart("rpcscope");
        json.writeObjectFieldStart("record");
        json.writeStringField("file", finding.input().file());
        json.writeNumberField("offset", finding.origin());
        json.writeEndObject();
        if (finding.correlated() != null) {
            correlation(finding.correlated());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    private void event(@Nullable EventKind kind) throws IOException {
        json.writeObjectFieldStart("event");
        json.writeStringField("kind", "alert");
        if (kind != null) {
            text("code", kind.code());
            text("action", kind.label());
        }
        json.writeEndObject();
    }

    private void host(@Nullable String name, @Nullable IpAddress address) throws IOException {
        if (name != null || address != null) {
            json.writeObjectFieldStart("host");
            text("name", name);
            text("ip", address == null ? null : address.toString());
            json.writeEndObject();
        }
    }

    private void user(@Nullable String user) throws IOException {
        if (user != null) {
            int slash = user.indexOf('\\');
            json.writeObjectFieldStart("user");
            text("domain", slash < 0 ? null : user.substring(0, slash));
            text("name", user.substring(slash + 1));
            json.writeEndObject();
        }
    }

    /** An array, as for sessions, of the one rule that it is about. */
    private void rule(RuleInfo info) throws IOException {
        json.writeArrayFieldStart("rule");
        writeRule(json, info);
        json.writeEndArray();
    }

    static void writeRule(JsonGenerator json, RuleInfo info) throws IOException {
        json.writeStartObject();
        if (!info.id().isEmpty()) {
            json.writeStringField("id", info.id());
        }
        if (!info.title().isEmpty()) {
            json.writeStringField("name", info.title());
        }
        json.writeStringField("level", info.level().label());
        if (!info.author().isEmpty()) {
            json.writeStringField("author", info.author());
        }
        json.writeEndObject();
    }

    static void writeThreat(JsonGenerator json, List<Techniques.Technique> found) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("technique");
        for (Techniques.Technique technique : found) {
            json.writeStartObject();
            json.writeStringField("id", technique.id());
            String name = technique.name();
            if (name != null && !name.isEmpty()) {
                json.writeStringField("name", name);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void correlation(EventFinding.Correlated correlated) throws IOException {
        json.writeObjectFieldStart("correlation");
        json.writeObjectFieldStart("group");
        for (Map.Entry<String, String> field : correlated.group().entrySet()) {
            json.writeStringField(field.getKey(), field.getValue());
        }
        json.writeEndObject();
        if (correlated.value() != null) {
            json.writeNumberField("value", correlated.value());
        }
        json.writeEndObject();
    }

    private void text(String name, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }
}
