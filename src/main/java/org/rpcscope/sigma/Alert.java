package org.rpcscope.sigma;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A correlation fired.
 *
 * @param time that of the last event that took part, in nanoseconds since 1970
 * @param event the number of that event
 * @param group the fields that the events have in common, by the names that the correlation uses
 * @param value what was measured; null where the condition is over names of rules
 */
public record Alert(
        Correlation correlation,
        long time,
        long event,
        Map<String, String> group,
        @Nullable Double value) {}
