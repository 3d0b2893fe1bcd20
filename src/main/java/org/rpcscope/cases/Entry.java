package org.rpcscope.cases;

/**
 * A line of the log of what was done to a case.
 *
 * @param author who did it, by the name that the system knows
 * @param time nanoseconds since 1970
 * @param text what was done, as a sentence
 */
public record Entry(String author, long time, String text) {}
