package org.rpcscope.detect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.rpcscope.session.EventJudge;
import org.rpcscope.session.EventKind;
import org.rpcscope.session.LogEvent;
import org.rpcscope.sigma.Event;
import org.rpcscope.sigma.EventMatcher;
import org.rpcscope.sigma.LogSource;
import org.rpcscope.sigma.Rule;
import org.rpcscope.sigma.Value;
import org.rpcscope.sigma.WindowsCategories;

/** Asks the rules about events. For one thread at a time. */
final class RuleJudge implements EventJudge {

    /** A field of which more is kept is none that events are grouped by. */
    private static final int LONGEST = 512;

    private static final int MOST_REMEMBERED = 1 << 10;

    private final EventRules rules;
    private final EventMatcher matcher;
    private final Map<EventKind, LogSource> sources = new HashMap<>();
    private final Map<Verdict, Verdict> known = new HashMap<>();

    RuleJudge(EventRules rules) {
        this.rules = rules;
        this.matcher = new EventMatcher(rules.index());
    }

    @Override
    public @Nullable Verdict judge(LogEvent event) {
        Event fields = Event.of(event.fields());
        List<Rule> matched = matcher.matches(source(event.kind()), fields);
        if (matched.isEmpty()) {
            return null;
        }
        List<Integer> numbers = matched.stream().map(rules::number).toList();
        Map<String, String> kept = new HashMap<>();
        for (int number : numbers) {
            for (String field : rules.kept(number)) {
                String text = text(fields, field);
                if (text != null) {
                    kept.put(field, text);
                }
            }
        }
        Verdict verdict = new Verdict(numbers, kept);
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        Verdict same = known.putIfAbsent(verdict, verdict);
        return same != null ? same : verdict;
    }

    private LogSource source(EventKind kind) {
        if (sources.size() >= MOST_REMEMBERED) {
            sources.clear();
        }
        return sources.computeIfAbsent(
                kind,
                each -> WindowsCategories.with(
                        new LogSource(each.category(), each.product(), each.service()), each.code()));
    }

    private static @Nullable String text(Event event, String field) {
        for (Value value : event.values(field)) {
            String text = value.text();
            if (text != null) {
                return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
            }
        }
        return null;
    }
}
