package org.rpcscope.filter;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Asks about each number once: most sessions share their addresses and words with others. For one thread. */
final class Answers implements IntPredicate {

    private static final byte UNKNOWN = 0;
    private static final byte NO = 1;
    private static final byte YES = 2;

    private final IntPredicate question;
    private byte[] known = new byte[64];

    Answers(IntPredicate question) {
        this.question = question;
    }

    @Override
    public boolean test(int number) {
        if (number >= known.length) {
            known = Arrays.copyOf(known, Math.max(number + 1, known.length * 2));
        }
        if (known[number] == UNKNOWN) {
            known[number] = question.test(number) ? YES : NO;
        }
        return known[number] == YES;
    }
}
