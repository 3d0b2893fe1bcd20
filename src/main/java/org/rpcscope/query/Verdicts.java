package org.rpcscope.query;

import java.util.Arrays;

/**
 * The answers to one question about the rows of one column. An answer is computed when its value is first met and kept by
 * the value's id, so a question over ten million rows costs as many tests as there are distinct values. For one thread at
 * a time.
 */
public final class Verdicts {

    private static final byte UNKNOWN = 0;
    private static final byte NO = 1;
    private static final byte YES = 2;

    private final Column column;
    private final ValueTest test;
    private final int[] ids;
    private final long[] numbers;
    private byte[] known = new byte[64];

    public Verdicts(Column column, ValueTest test) {
        this.column = column;
        this.test = test;
        this.ids = column instanceof Column.Distinct ? new int[Column.BLOCK] : new int[0];
        this.numbers = column instanceof Column.Numbers ? new long[Column.BLOCK] : new long[0];
    }

    /** Sets bit i of the words to the answer for row {@code from + i}; words beyond the count are cleared. */
    public void fill(int from, int count, long[] words) {
        Arrays.fill(words, 0);
        switch (column) {
            case Column.Distinct distinct -> {
                distinct.fill(from, count, ids);
                byte[] answers = known;
                for (int i = 0;
                        i < count;
                        i++) { // without a call for what is known: most is run before it is compiled well
                    int id = ids[i];
                    byte answer = id < answers.length ? answers[id] : UNKNOWN;
                    if (answer == UNKNOWN) {
                        answer = ask(distinct, id);
                        answers = known;
                    }
                    if (answer == YES) {
                        words[i >> 6] |= 1L << i;
                    }
                }
            }
            case Column.Single single -> {
                for (int i = 0; i < count; i++) {
                    if (single.test(from + i, test)) {
                        words[i >> 6] |= 1L << i;
                    }
                }
            }
            case Column.Numbers some -> {
                some.fill(from, count, numbers);
                for (int i = 0; i < count; i++) {
                    if (numbers[i] == Column.ABSENT ? test.absent() : test.number(numbers[i])) {
                        words[i >> 6] |= 1L << i;
                    }
                }
            }
        }
    }

    private byte ask(Column.Distinct distinct, int id) {
        if (id >= known.length) {
            known = Arrays.copyOf(known, Math.max(id + 1, known.length * 2));
        }
        known[id] = distinct.test(id, test) ? YES : NO;
        return known[id];
    }
}
