package org.rpcscope.session;

import java.util.HashMap;
import java.util.Map;

/**
 * The marks of a case at one moment, by what makes a session the same one: they survive reloading, other numbers and other
 * machines. A session of several observations has the mark of the first that has one. Immutable; any thread.
 */
public final class Marks {

    /** Nothing is marked. */
    public static final Marks NONE = new Marks(Map.of());

    private final Map<SessionKey, Mark> marks;

    private Marks(Map<SessionKey, Mark> marks) {
        this.marks = marks;
    }

    /** These marks. */
    public static Marks of(Map<SessionKey, Mark> marks) {
        return NONE.with(marks);
    }

    /** The marks with some others in place of theirs; {@link Mark#NONE} takes one away. */
    public Marks with(Map<SessionKey, Mark> changed) {
        Map<SessionKey, Mark> next = new HashMap<>(marks);
        next.putAll(changed);
        next.values().removeIf(Mark.NONE::equals);
        return new Marks(next);
    }

    public Mark of(SessionKey key) {
        return marks.getOrDefault(key, Mark.NONE);
    }

    /** The mark of a session by its number. */
    public Mark of(Sessions sessions, int session) {
        return marks.isEmpty() ? Mark.NONE : of(keyOf(sessions, session));
    }

    /** The key under which a session is marked: that of the observation that has a mark, or else of its first. */
    public SessionKey keyOf(Sessions sessions, int session) {
        for (int place = sessions.first(session); place < sessions.last(session); place++) {
            SessionKey key = SessionKey.at(sessions, place);
            if (marks.containsKey(key)) {
                return key;
            }
        }
        return SessionKey.of(sessions, session);
    }

    /** Where the marked records of an input stand in it, in no order. */
    long[] origins(long fingerprint) {
        return marks.keySet().stream()
                .filter(key -> key.input() == fingerprint)
                .mapToLong(SessionKey::origin)
                .toArray();
    }

    /** How many sessions are marked. */
    public int size() {
        return marks.size();
    }
}
