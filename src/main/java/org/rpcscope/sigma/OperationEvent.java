package org.rpcscope.sigma;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.rpcscope.rpc.Operation;

/**
 * The calls of one operation as rules for Zeek's {@code dce_rpc.log} see them, with the fields of the session besides. Which
 * of several pipes carried a call is not kept: it has all of them.
 */
record OperationEvent(Event session, Operation operation, List<Value> pipes) implements Event {

    static final String ENDPOINT = "endpoint";
    static final String OPERATION = "operation";
    static final String PIPE = "named_pipe";

    @Override
    public List<Value> values(String field) {
        return switch (field) {
            case ENDPOINT -> text(operation.interfaceName());
            case OPERATION -> text(operation.name());
            case PIPE -> pipes;
            default -> session.values(field);
        };
    }

    private static List<Value> text(@Nullable String text) {
        return text == null ? List.of() : List.of(new Value.Text(text));
    }

    @Override
    public void forEach(BiConsumer<String, Value> action) {
        session.forEach(action);
        for (String field : List.of(ENDPOINT, OPERATION, PIPE)) {
            values(field).forEach(value -> action.accept(field, value));
        }
    }
}
