package org.rpcscope.filter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.MatchedRules;
import org.rpcscope.query.ValueTest;
import org.rpcscope.rpc.Stage;
import org.rpcscope.session.SessionBlock;
import org.rpcscope.sigma.Rule;

/** Puts a question to what a detection says of its sessions. */
record FlaggedFields(Detection detection) {

    private static final Stage[] STAGES = Stage.values();

    Scan flagged(ValueTest test) {
        boolean yes = test.text("yes");
        boolean no = test.text("no");
        if (yes == no) {
            return Scan.always(yes);
        }
        return yes ? this::flagged : ((Scan) this::flagged).not();
    }

    private void flagged(SessionBlock block, long[] words, int at) {
        long[] bits = detection.flaggedBits();
        for (int i = 0; i < block.count(); i += Long.SIZE) {
            words[at + (i >>> 6)] |= bits[(block.from() + i) >>> 6];
        }
    }

    /** That of a session that is not flagged is 0. */
    Scan score(ValueTest test) {
        boolean none = test.number(0);
        Scan flagged = Scan.each(session -> detection.flagged(session) && test.number(detection.score(session)));
        return none ? ((Scan) this::flagged).not().or(flagged) : flagged;
    }

    /** Of which the highest is asked about. */
    Scan level(ValueTest test) {
        return rules(rules -> rules.stream()
                .map(rule -> rule.info().level())
                .max(Comparator.naturalOrder())
                .filter(level -> test.text(level.label()))
                .isPresent());
    }

    /** By title and by identifier. */
    Scan rule(ValueTest test) {
        return rules(rules -> rules.stream()
                .anyMatch(rule ->
                        test.text(rule.info().title()) || test.text(rule.info().id())));
    }

    /** A question about the rules that match a flagged session, asked once for each different list of them. */
    private Scan rules(Predicate<List<Rule>> question) {
        MatchedRules matched = detection.matchedRules();
        List<List<Rule>> lists = matched.lists();
        Answers answers = new Answers(lists.size(), number -> number > 0 && question.test(lists.get(number)));
        return (block, words, at) -> {
            int[] numbers = new int[block.count()];
            matched.fill(block.from(), numbers.length, numbers);
            answers.find(numbers, numbers.length, words, at);
        };
    }

    Scan stage(ValueTest test) {
        int wanted = Arrays.stream(STAGES)
                .filter(stage -> test.text(stage.label()))
                .mapToInt(stage -> 1 << stage.ordinal())
                .sum();
        return wanted == 0 ? Scan.NONE : Scan.each(session -> (detection.stageBits(session) & wanted) != 0);
    }
}
