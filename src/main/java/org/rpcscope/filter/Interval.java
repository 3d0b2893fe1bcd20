package org.rpcscope.filter;

/**
 * The whole numbers that a value stands for, both ends included.
 *
 * @param to not below {@code from}
 */
public record Interval(long from, long to) {

    static Interval of(long number) {
        return new Interval(number, number);
    }
}
