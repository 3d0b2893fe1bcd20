package org.rpcscope.filter;

import java.util.Arrays;
import java.util.List;
import org.rpcscope.detect.Detection;
import org.rpcscope.job.Progress;
import org.rpcscope.job.Workers;
import org.rpcscope.query.ValueTest;
import org.rpcscope.session.Marks;
import org.rpcscope.session.SessionBlock;
import org.rpcscope.session.Sessions;

/**
 * A filter over the sessions of one detection: asks columns, and each distinct value once. A session is judged by what the
 * table shows of it, whichever input that comes from. Any thread.
 */
public final class SessionFilter {

    /** So many blocks are a step of the work, after which it is asked whether it is still wanted. */
    private static final int STEP = 16;

    private final Sessions sessions;
    private final SessionFields fields;
    private final Scan scan;

    /** A filter over sessions of which none is marked. */
    public SessionFilter(Query query, Detection detection, ConversationNames names) {
        this(query, detection, names, Marks.NONE);
    }

    /** @param marks what the analyst says of the sessions */
    public SessionFilter(Query query, Detection detection, ConversationNames names, Marks marks) {
        sessions = detection.sessions();
        fields = new SessionFields(detection, names, marks);
        scan = compile(query);
    }

    /** Whether the session passes; asks about those beside it too. */
    public boolean passes(int session) {
        SessionBlock block = new SessionBlock(sessions);
        block.move(session / SessionBlock.SIZE);
        long[] found = new long[Scan.WORDS];
        scan.find(block, found, 0);
        int at = session - block.from();
        return (found[at >>> 6] >>> at & 1) != 0;
    }

    /** The sessions that pass; those found so far where the progress is cancelled. */
    public SessionSet all(Workers workers, Progress progress) {
        long[] words = new long[SessionSet.words(sessions.count())];
        int blocks = SessionBlock.blocks(sessions);
        workers.forEach((blocks + STEP - 1) / STEP, step -> {
            if (!progress.cancelled()) {
                SessionBlock block = new SessionBlock(sessions);
                long[] found = new long[Scan.WORDS];
                for (int i = step * STEP; i < Math.min(blocks, (step + 1) * STEP); i++) {
                    block.move(i);
                    Arrays.fill(found, 0);
                    scan.find(block, found, 0);
                    System.arraycopy(found, 0, words, i * Scan.WORDS, SessionSet.words(block.count()));
                }
            }
        });
        return new SessionSet(sessions.count(), words);
    }

    /** The sessions that pass, in their order; those found so far where the progress is cancelled. */
    public int[] of(int[] some, Progress progress) {
        SessionSet passing = all(new Workers(1), progress);
        return Arrays.stream(some).filter(passing::contains).toArray();
    }

    private Scan compile(Query query) {
        return switch (query) {
            case Query.All(List<Query> parts) ->
                parts.stream().map(this::compile).reduce(Scan::and).orElse(Scan.always(true));
            case Query.Any(List<Query> parts) ->
                parts.stream().map(this::compile).reduce(Scan::or).orElse(Scan.NONE);
            case Query.Not(Query part) -> compile(part).not();
            case Query.Term(Field field, List<ValueTest> values) -> fields.of(field, any(values));
        };
    }

    private static ValueTest any(List<ValueTest> values) {
        return values.size() == 1 ? values.getFirst() : new ValueTests.AnyOf(values);
    }
}
