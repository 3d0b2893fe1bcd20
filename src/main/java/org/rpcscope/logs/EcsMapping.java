package org.rpcscope.logs;

import java.util.List;
import org.rpcscope.mapping.Mapping;
import org.rpcscope.mapping.Meaning;

/** What fields of the Elastic Common Schema mean, whatever the first records of a file have (elastic.co/docs/reference/ecs). */
final class EcsMapping {

    static final Mapping MAPPING = new Mapping(
            new Mapping.Shape(true, ',', true),
            List.of(
                    column("@timestamp", Meaning.TIME),
                    column("event.end", Meaning.END),
                    column("source.ip", Meaning.SOURCE),
                    column("source.port", Meaning.SOURCE_PORT),
                    column("destination.ip", Meaning.DESTINATION),
                    column("destination.port", Meaning.DESTINATION_PORT),
                    column("network.transport", Meaning.TRANSPORT),
                    column("network.protocol", Meaning.PROTOCOL),
                    column("event.action", Meaning.ACTION),
                    column("source.bytes", Meaning.SOURCE_BYTES),
                    column("destination.bytes", Meaning.DESTINATION_BYTES),
                    column("network.bytes", Meaning.BYTES),
                    column("source.packets", Meaning.SOURCE_PACKETS),
                    column("destination.packets", Meaning.DESTINATION_PACKETS),
                    column("user.name", Meaning.USER),
                    column("host.name", Meaning.HOST),
                    column("process.executable", Meaning.PROCESS),
                    column("rule.name", Meaning.POLICY)),
            false);

    private EcsMapping() {}

    private static Mapping.Column column(String name, Meaning meaning) {
        return new Mapping.Column(name, meaning);
    }
}
