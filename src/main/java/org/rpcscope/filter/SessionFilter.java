package org.rpcscope.filter;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.rpcscope.detect.Detection;
import org.rpcscope.job.Progress;
import org.rpcscope.query.ValueTest;
import org.rpcscope.session.Marks;

/**
 * A filter over the sessions of one detection: asks columns, and each distinct value once. A session is judged by what the
 * table shows of it, whichever input that comes from. For one thread.
 */
public final class SessionFilter {

    private static final int CHECK = 4095;

    private final SessionFields fields;
    private final IntPredicate test;

    /** A filter over sessions of which none is marked. */
    public SessionFilter(Query query, Detection detection, ConversationNames names) {
        this(query, detection, names, Marks.NONE);
    }

    /** @param marks what the analyst says of the sessions */
    public SessionFilter(Query query, Detection detection, ConversationNames names, Marks marks) {
        fields = new SessionFields(detection, names, marks);
        test = compile(query);
    }

    /** Whether the session passes. */
    public boolean passes(int session) {
        return test.test(session);
    }

    /** The sessions that pass, in their order; those found so far where the progress is cancelled. */
    public int[] of(int[] sessions, Progress progress) {
        int[] found = new int[sessions.length];
        int count = 0;
        for (int i = 0; i < sessions.length; i++) {
            if ((i & CHECK) == 0 && progress.cancelled()) {
                break;
            }
            if (test.test(sessions[i])) {
                found[count++] = sessions[i];
            }
        }
        return Arrays.copyOf(found, count);
    }

    private IntPredicate compile(Query query) {
        return switch (query) {
            case Query.All(List<Query> parts) -> {
                IntPredicate[] all = parts.stream().map(this::compile).toArray(IntPredicate[]::new);
                yield session -> every(all, session);
            }
            case Query.Any(List<Query> parts) -> {
                IntPredicate[] any = parts.stream().map(this::compile).toArray(IntPredicate[]::new);
                yield session -> some(any, session);
            }
            case Query.Not(Query part) -> compile(part).negate();
            case Query.Term(Field field, List<ValueTest> values) -> fields.of(field, any(values));
        };
    }

    private static boolean every(IntPredicate[] parts, int session) {
        for (IntPredicate part : parts) {
            if (!part.test(session)) {
                return false;
            }
        }
        return true;
    }

    private static boolean some(IntPredicate[] parts, int session) {
        for (IntPredicate part : parts) {
            if (part.test(session)) {
                return true;
            }
        }
        return false;
    }

    private static ValueTest any(List<ValueTest> values) {
        return values.size() == 1 ? values.getFirst() : new ValueTests.AnyOf(values);
    }
}
