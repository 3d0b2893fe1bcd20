package org.rpcscope.session;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks the rules about events while they are read, which is the only time that their fields are at hand. For one thread at
 * a time: a table makes as many as work at once. Implementations are made where the rules are known.
 */
public interface EventJudge {

    /** Asks nothing: no event is matched. */
    EventJudge SILENT = _ -> null;

    /** Makes judges that ask nothing. */
    Supplier<EventJudge> NO_RULES = () -> SILENT;

    /** What the rules say of the event; null where none of them matches. */
    @Nullable
    Verdict judge(LogEvent event);

    /**
     * What rules say of an event. Equal ones should be one object, since every matched event holds one.
     *
     * @param rules the numbers of the rules that match, in the order of whoever made the judge
     * @param kept the fields that are needed afterwards, such as those that correlations group by
     */
    record Verdict(List<Integer> rules, Map<String, String> kept) {

        public Verdict {
            rules = List.copyOf(rules);
            kept = Map.copyOf(kept);
        }
    }
}
