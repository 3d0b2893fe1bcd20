package org.rpcscope.logs.windows;

import java.util.ArrayList;
import java.util.List;
import org.rpcscope.input.Problem;
import org.rpcscope.input.Problems;
import org.rpcscope.logs.Rows;
import org.rpcscope.session.EventBatch;

/**
 * A piece of an input whose records stand for themselves, and what it was decoded to, until its turn comes to be written.
 * Used again for later pieces; one thread at a time.
 */
final class Block {

    /** The bytes; a few more follow those that matter. */
    byte[] bytes = new byte[0];

    int length;

    /** Where it begins in the input. */
    long offset;

    final Rows rows = new Rows();
    final EventBatch events;
    private final List<Problem> problems = new ArrayList<>();
    private long faults;

    Block(EventBatch events) {
        this.events = events;
    }

    /** Forgets what an earlier piece was decoded to. */
    void clear() {
        rows.clear();
        events.clear();
        problems.clear();
        faults = 0;
    }

    /** Notes what is wrong at a position of the block. */
    void problem(int at, String reason) {
        faults++;
        if (problems.size() < Problems.KEPT) {
            problems.add(Problem.at(offset + at, reason));
        }
    }

    /** Hands the problems on. */
    void report(Problems to) {
        problems.forEach(to::add);
        for (long i = problems.size(); i < faults; i++) {
            to.add(problems.getLast()); // only counted: a hundred came before it
        }
    }
}
