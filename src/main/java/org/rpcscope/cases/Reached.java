package org.rpcscope.cases;

import java.util.function.Supplier;
import org.rpcscope.input.Assumed;
import org.rpcscope.input.ByteSource;
import org.rpcscope.input.InputFormat;
import org.rpcscope.input.Onward;
import org.rpcscope.input.Sources;
import org.rpcscope.session.EventJudge;
import org.rpcscope.session.ObservationTable;

/**
 * How far an input was read that is being written, and what reads on from there.
 *
 * @param beginning what its first bytes come to
 * @param judges made those whom its events were shown to
 */
record Reached(
        Onward<ObservationTable> onward, String format, long beginning, Assumed assumed, Supplier<EventJudge> judges) {

    /** Whether so much was seen of an input that its format, which the first bytes tell, is no other when there is more. */
    static boolean isSettled(InputFormat.Head head, ByteSource source) {
        return source.positional() && head.bytes().length >= Sources.HEAD && head.bytes().length < source.size();
    }

    /** Whether reading on gives what reading an input from its beginning would give: it has only grown, and is asked the same. */
    boolean isOf(ByteSource source, InputFormat.Head head, Assumed times, Supplier<EventJudge> rules) {
        return onward.end() >= 0
                && isSettled(head, source)
                && onward.end() <= source.size()
                && beginning(head) == beginning
                && assumed.equivalent(times)
                && judges == rules;
    }

    static long beginning(InputFormat.Head head) {
        return ImportJob.fingerprint(head.bytes(), 0);
    }
}
