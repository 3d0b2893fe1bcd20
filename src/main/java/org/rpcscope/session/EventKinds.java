package org.rpcscope.session;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The kinds of the events of one table, known by small numbers. Any thread. */
final class EventKinds {

    /** A log has a few hundred kinds; a hostile one could make each event another. */
    static final int MOST = 1 << 14;

    private final Map<EventKind, Integer> numbers = new ConcurrentHashMap<>();
    private volatile EventKind[] kinds = {EventKind.OTHER};
    private int size = 1;

    int intern(EventKind kind) {
        Integer known = numbers.get(kind);
        return known != null ? known : add(kind);
    }

    EventKind kind(int number) {
        return kinds[number];
    }

    /** All kinds by their numbers, as they are now. */
    synchronized List<EventKind> all() {
        return List.of(Arrays.copyOf(kinds, size));
    }

    private synchronized int add(EventKind kind) {
        Integer known = numbers.get(kind);
        if (known != null) {
            return known;
        }
        if (size == MOST) {
            return 0;
        }
        EventKind[] more = kinds;
        if (size == more.length) {
            more = Arrays.copyOf(kinds, size * 2);
        }
        more[size] = kind;
        kinds = more;
        numbers.put(kind, size); // last: whoever finds the number finds the kind
        return size++;
    }
}
