package org.rpcscope.sigma;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.rpcscope.query.ValueTest;

/**
 * One record as rules see it: values by the names of their fields. A field within an object has the names of both with a
 * dot between, and a list gives each of its elements. Implementations are views: nothing is copied that no rule asks for.
 */
public interface Event {

    /** The values of a field, in their order; none where the record does not have it. */
    List<Value> values(String field);

    /** Calls the action for each value that is no object, with the name of its field. */
    void forEach(BiConsumer<String, Value> action);

    /** The operations of DCE/RPC that the record tells of, for rules about these; a log's record of one is one itself. */
    default List<Event> operations() {
        return List.of(this);
    }

    /** Whether at least one value of the field passes; where there is none, what the test says of absent fields. */
    default boolean passes(String field, ValueTest test) {
        List<Value> values = values(field);
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).passes(test)) {
                return true;
            }
        }
        return values.isEmpty() && test.absent();
    }

    /** An event over maps, lists, texts, numbers and booleans, as JSON gives them; they must not change meanwhile. */
    static Event of(Map<String, ?> fields) {
        return new MapEvent(fields);
    }
}
