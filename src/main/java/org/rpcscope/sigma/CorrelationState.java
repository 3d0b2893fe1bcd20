package org.rpcscope.sigma;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The groups of one correlation. */
final class CorrelationState {

    private final Correlation correlation;
    private final Correlator.Limits limits;
    private final long span;
    private final boolean waits;
    private final Map<List<String>, CorrelationWindow> groups = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<List<String>, CorrelationWindow.Entry> touched = new LinkedHashMap<>();
    private long left;

    CorrelationState(Correlation correlation, Correlator.Limits limits) {
        this.correlation = correlation;
        this.limits = limits;
        this.span = correlation.rule().seconds() * Correlator.SECOND;
        this.waits = correlation.rule().demand().waits();
    }

    Correlation correlation() {
        return correlation;
    }

    /** How many events were left out: without a group, too late, or beyond the limits. */
    long left() {
        return left;
    }

    /** Puts an event that a source matched into its group. Windows that it closes are asked before. */
    void add(int source, long time, long number, Event event, Consumer<Alert> alerts) {
        Correlation.Source from = correlation.sources().get(source);
        List<String> group = texts(event, from.groupFields());
        List<String> values = texts(event, from.measuredFields());
        if (group == null) {
            left++;
            return;
        }
        BigDecimal measured = values == null ? null : measured(values);
        if (values == null || measured == null) {
            return; // what has no value adds none
        }
        CorrelationType type = correlation.rule().type();
        CorrelationWindow window = groups.computeIfAbsent(
                group, _ -> new CorrelationWindow(type, correlation.sources().size()));
        boolean again = !type.isTemporal() && window.endsWith(number);
        if (again) {
            return; // one event, whichever of the rules match it
        }
        if (!window.isEmpty() && time < window.newest().time() - span) {
            left++;
            return;
        }
        slide(group, window, time, alerts);
        CorrelationWindow.Entry entry = new CorrelationWindow.Entry(time, number, source, values, measured);
        window.add(entry);
        touched.put(group, entry);
        if (window.size() > limits.events()) {
            window.removeOldest();
            left++;
        }
        if (groups.size() > limits.groups()) {
            close(groups.keySet().iterator().next(), alerts);
            left++;
        }
    }

    private void slide(List<String> group, CorrelationWindow window, long time, Consumer<Alert> alerts) {
        boolean closes = !window.isEmpty() && window.oldest().time() < time - span;
        if (closes && waits) {
            ask(group, window, window.newest(), alerts);
        }
        while (!window.isEmpty() && window.oldest().time() < time - span) {
            window.removeOldest();
        }
    }

    /** Asks the groups that got an event since it was called last. */
    void askTouched(Consumer<Alert> alerts) {
        if (!waits) {
            touched.forEach((group, entry) -> {
                CorrelationWindow window = groups.get(group);
                if (window != null) {
                    ask(group, window, entry, alerts);
                }
            });
        }
        touched.clear();
    }

    /** Closes the groups whose newest event lies before the timespan that ends now. */
    void closeBefore(long now, Consumer<Alert> alerts) {
        while (!groups.isEmpty()) {
            Map.Entry<List<String>, CorrelationWindow> eldest =
                    groups.entrySet().iterator().next();
            if (eldest.getValue().newest().time() >= now - span) {
                return;
            }
            close(eldest.getKey(), alerts);
        }
    }

    /** Closes all groups. */
    void closeAll(Consumer<Alert> alerts) {
        List.copyOf(groups.keySet()).forEach(group -> close(group, alerts));
    }

    private void close(List<String> group, Consumer<Alert> alerts) {
        CorrelationWindow window = groups.remove(group);
        if (waits && window != null) {
            ask(group, window, window.newest(), alerts);
        }
    }

    /** @param last the event that is named in the alert */
    private void ask(
            List<String> group, CorrelationWindow window, CorrelationWindow.Entry last, Consumer<Alert> alerts) {
        switch (correlation.rule().demand()) {
            case Demand.Threshold threshold -> {
                double measure = window.measure(threshold.percentile());
                if (threshold.holds(measure)) {
                    alerts.accept(alert(group, last, measure));
                }
            }
            case Demand.Combination(List<Demand.Term> terms) -> {
                if (terms.stream().anyMatch(window::holds)) {
                    alerts.accept(alert(group, last, null));
                }
            }
        }
    }

    private Alert alert(List<String> group, CorrelationWindow.Entry last, @Nullable Double measure) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < group.size(); i++) {
            fields.put(correlation.rule().groupBy().get(i), group.get(i));
        }
        return new Alert(correlation, last.time(), last.event(), fields, measure);
    }

    private @Nullable BigDecimal measured(List<String> values) {
        if (!correlation.rule().type().isOfNumbers()) {
            return BigDecimal.ZERO;
        }
        Number number = NumberTest.parse(values.getFirst());
        return number == null ? null : NumberTest.decimal(number);
    }

    /** The first value of each field, or null where one of them is absent. */
    private static @Nullable List<String> texts(Event event, List<String> fields) {
        List<String> texts = new ArrayList<>(fields.size());
        for (String field : fields) {
            String text = null;
            for (Value value : event.values(field)) {
                text = text == null ? value.text() : text;
            }
            if (text == null) {
                return null;
            }
            texts.add(text);
        }
        return texts;
    }
}
