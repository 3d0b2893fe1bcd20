package org.rpcscope.query;

/**
 * One field of all rows of a table, read in blocks. Rows that are being written may give an older value; they are read
 * again when their table says that they changed.
 */
public sealed interface Column {

    /** How many rows a block has. Blocks start at multiples of it. */
    int BLOCK = 4096;

    /** The field is absent from the row ({@link Numbers}). */
    long ABSENT = Long.MIN_VALUE;

    /** A column whose values are known by small numbers, so that a question is asked once for each distinct value. */
    non-sealed interface Distinct extends Column {

        /** Writes the ids of {@code count} rows from row {@code from} on; all of them in one block. */
        void fill(int from, int count, int[] ids);

        /** Asks the question about the value that the id stands for. */
        boolean test(int id, ValueTest test);
    }

    /** A column of numbers that are mostly different, which are asked one by one. */
    non-sealed interface Numbers extends Column {

        /** Writes the numbers of {@code count} rows from row {@code from} on, {@link #ABSENT} where there is none. */
        void fill(int from, int count, long[] numbers);
    }

    /** A column whose values are made for one row at a time, only when they are asked about. */
    non-sealed interface Single extends Column {

        boolean test(int row, ValueTest test);
    }
}
