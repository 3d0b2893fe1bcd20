package org.rpcscope.ui.sessions;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rpcscope.detect.Detection;
import org.rpcscope.filter.ConversationNames;
import org.rpcscope.job.Job;
import org.rpcscope.job.Progress;
import org.rpcscope.session.Marks;

/**
 * Writes the words of some sessions one below the other, for the clipboard.
 *
 * @param words of one session
 * @param between what stands between those of two
 */
record CopyJob(
        Detection detection,
        int[] sessions,
        ConversationNames names,
        Marks marks,
        Function<SessionRow, String> words,
        String between)
        implements Job<String> {

    @Override
    public String title() {
        return "copy";
    }

    @Override
    public String run(Progress progress) {
        return Arrays.stream(sessions)
                .mapToObj(session -> new SessionRow(detection, session, names, marks.of(detection.sessions(), session)))
                .map(words)
                .collect(Collectors.joining(between));
    }
}
