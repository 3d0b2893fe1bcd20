package org.rpcscope.ui.sessions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The filters that held for a while, so that one can go back to them, and on again. What is half written is none of them.
 * JavaFX thread only; needs no toolkit.
 */
final class FilterHistory {

    private static final int LONGEST = 200;

    private final Deque<String> before = new ArrayDeque<>(); // the newest first
    private final Deque<String> after = new ArrayDeque<>();
    private final LinkedHashSet<String> recent = new LinkedHashSet<>(); // the newest last
    private String now = "";

    /** A filter is kept as it is; where it is another one than before, there is no way on any more. */
    void settle(String text) {
        if (text.strip().equals(now.strip())) {
            return;
        }
        before.push(now);
        if (before.size() > LONGEST) {
            before.removeLast();
        }
        after.clear();
        now = text;
        if (!text.isBlank()) {
            recent.remove(text.strip());
            recent.addLast(text.strip());
            if (recent.size() > LONGEST) {
                recent.removeFirst();
            }
        }
    }

    /** The filter that held last. */
    String now() {
        return now;
    }

    /** The filter before it, which holds from now on; the same where there is none. */
    String back() {
        return step(before, after);
    }

    /** The filter that one went back from, which holds from now on; the same where there is none. */
    String on() {
        return step(after, before);
    }

    private String step(Deque<String> from, Deque<String> to) {
        if (!from.isEmpty()) {
            to.push(now);
            now = from.pop();
        }
        return now;
    }

    /** Takes other filters for those that held, the newest first; the way back stays. */
    void restore(List<String> newestFirst) {
        recent.clear();
        newestFirst.stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .limit(LONGEST)
                .toList()
                .reversed()
                .forEach(recent::addLast);
    }

    /** The filters that held, each once, the newest first. */
    List<String> recent() {
        return List.copyOf(recent.reversed());
    }
}
