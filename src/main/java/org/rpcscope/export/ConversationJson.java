package org.rpcscope.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rpcscope.detect.Finding;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.Interfaces;
import org.rpcscope.rpc.Omission;
import org.rpcscope.rpc.Operation;
import org.rpcscope.rpc.Stage;

/** What was said over DCE/RPC, as the fields of {@code rpcscope}. Empty lists are left out. */
final class ConversationJson {

    private final JsonGenerator json;
    private final Interfaces interfaces;
    private final Repeated<Binding> bindings;

    ConversationJson(JsonFactory factory, JsonGenerator json, Interfaces interfaces) {
        this.json = json;
        this.interfaces = interfaces;
        this.bindings = new Repeated<>(factory, this::binding);
    }

    /** Writes one element of a list. */
    private interface Element<T> {
        void write(T value) throws IOException;
    }

    void write(Finding finding) throws IOException {
        Conversation conversation = finding.session().conversation();
        IpAddress server = finding.session().ends().destination();
        bindings(conversation.bindings());
        array("operations", finding.operations(), this::operation);
        array("authentication", conversation.authentications(), this::authentication);
        array("endpoint_mapper", towers(conversation), tower -> tower(tower, server));
        array("object_exporter", bindings(conversation, server), this::string);
        text("learned_from", finding.learnedFrom());
        stages(finding.stages());
        strings("pipes", conversation.pipes());
        omissions(conversation.omissions());
    }

    private void bindings(List<Binding> all) throws IOException {
        if (all.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart("interfaces");
        for (Binding each : all) {
            bindings.write(json, each);
        }
        json.writeEndArray();
    }

    private void binding(JsonGenerator to, Binding binding) throws IOException {
        to.writeStartObject();
        to.writeStringField("uuid", binding.interfaceId().uuid().toString());
        to.writeStringField("version", binding.interfaceId().version());
        String name = interfaces.name(binding.interfaceId().uuid());
        if (name != null && !name.isEmpty()) {
            to.writeStringField("name", name);
        }
        Binding.Result result = binding.result();
        if (result != null) {
            to.writeStringField("result", result.label());
        }
        to.writeEndObject();
    }

    private void stages(List<Stage> stages) throws IOException {
        List<String> labels = new ArrayList<>(stages.size());
        for (Stage stage : stages) {
            labels.add(stage.label());
        }
        strings("stages", labels);
    }

    private void omissions(Set<Omission> omissions) throws IOException {
        List<String> names = new ArrayList<>(omissions.size());
        for (Omission omission : omissions) {
            names.add(omission.name().toLowerCase(Locale.ROOT));
        }
        names.sort(null);
        strings("omissions", names);
    }

    private void operation(Operation operation) throws IOException {
        text("uuid", operation.uuid() == null ? null : operation.uuid().toString());
        text("interface", operation.interfaceName());
        if (operation.opnum() >= 0) {
            json.writeNumberField("opnum", operation.opnum());
        }
        text("name", operation.name());
        json.writeNumberField("count", operation.count());
        json.writeNumberField("faults", operation.faults());
    }

    private void authentication(Authentication authentication) throws IOException {
        json.writeStringField("type", authentication.type());
        text("level", authentication.level());
        text("domain", authentication.domain());
        text("user", authentication.user());
        text("workstation", authentication.workstation());
        text("service", authentication.service());
        json.writeStringField("outcome", authentication.outcome().label());
    }

    private static List<Announcement> towers(Conversation conversation) {
        List<Announcement> towers = new ArrayList<>();
        for (Announcement each : conversation.announcements()) {
            if (each.kind() == Announcement.Kind.ENDPOINT_MAPPER) {
                towers.add(each);
            }
        }
        return towers;
    }

    /** The address of a tower; the server's own where the tower has 0.0.0.0, which means that. */
    private void tower(Announcement tower, IpAddress server) throws IOException {
        if (tower.interfaceId() != null) {
            json.writeStringField("uuid", tower.interfaceId().uuid().toString());
            json.writeStringField("version", tower.interfaceId().version());
        }
        json.writeStringField("ip", tower.at(server).toString());
        json.writeNumberField("port", tower.port());
    }

    /** A string binding of DCOM; where it names a host, that host is the server. */
    private record StringBinding(IpAddress ip, @Nullable String host, int port) {}

    private static List<StringBinding> bindings(Conversation conversation, IpAddress server) {
        Set<StringBinding> all = new LinkedHashSet<>();
        for (Announcement each : conversation.announcements()) {
            if (each.kind() == Announcement.Kind.OBJECT_EXPORTER) {
                all.add(new StringBinding(each.at(server), each.host(), each.port()));
            }
        }
        return new ArrayList<>(all);
    }

    private void string(StringBinding binding) throws IOException {
        json.writeStringField("ip", binding.ip().toString());
        text("host", binding.host());
        json.writeNumberField("port", binding.port());
    }

    private <T> void array(String name, List<T> values, Element<T> element) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (T value : values) {
            json.writeStartObject();
            element.write(value);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void strings(String name, List<String> values) throws IOException {
        if (values.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }

    private void text(String name, @Nullable String value) throws IOException {
        if (value != null && !value.isEmpty()) {
            json.writeStringField(name, value);
        }
    }
}
