package org.rpcscope.sigma;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * A session as an event, with the answers that follow from the networks. Keywords do not look at those.
 *
 * @param zones the values of the fields about zones, by the names that {@link org.rpcscope.query.FieldNames} gives them
 */
public record ZonedEvent(Event session, Map<String, String> zones) implements Event {

    @Override
    public List<Value> values(String field) {
        String zone = zones.get(field);
        return zone == null ? session.values(field) : List.of(new Value.Text(zone));
    }

    @Override
    public void forEach(BiConsumer<String, Value> action) {
        session.forEach(action);
    }
}
