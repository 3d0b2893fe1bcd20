package org.rpcscope.filter;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Asks about each number once: most sessions share their addresses and words with others. Any thread: at worst two ask the
 * same question, which has one answer.
 */
final class Answers implements IntPredicate {

    private static final byte UNKNOWN = 0;
    private static final byte NO = 1;
    private static final byte YES = 2; // halved, the bit that is set

    private final IntPredicate question;
    private volatile byte[] known;

    /** @param size how many numbers there are, as far as is known */
    Answers(int size, IntPredicate question) {
        this.question = question;
        this.known = new byte[size];
    }

    @Override
    public boolean test(int number) {
        byte[] now = room(number);
        return (now[number] == UNKNOWN ? ask(now, number) : now[number]) == YES;
    }

    /**
     * Sets the bits of the numbers that pass.
     *
     * @param at the word of the first bit
     */
    void find(int[] numbers, int count, long[] words, int at) {
        byte[] now = known;
        for (int from = 0; from < count; from += Long.SIZE) {
            int to = Math.min(count, from + Long.SIZE);
            long bits = 0;
            for (int i = from; i < to; i++) {
                int number = numbers[i];
                if (number >= now.length) {
                    now = room(number);
                }
                byte answer = now[number];
                bits |= (long) ((answer == UNKNOWN ? ask(now, number) : answer) >> 1) << i;
            }
            words[at + (from >>> 6)] |= bits;
        }
    }

    private byte ask(byte[] now, int number) {
        byte answer = question.test(number) ? YES : NO;
        now[number] = answer;
        return answer;
    }

    private byte[] room(int number) {
        byte[] now = known;
        if (number >= now.length) { // where two make room at once, some answers are asked for again
            now = Arrays.copyOf(now, Math.max(number + 1, now.length * 2));
            known = now;
        }
        return now;
    }
}
