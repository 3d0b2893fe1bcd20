package org.rpcscope.addressmap;

/**
 * The Hilbert curve over all of IPv4: the address n is the n-th point of a curve that fills a square of 65,536 by 65,536,
 * so that neighbours on the curve are neighbours in the square, and every network of an even length is a square, of an odd
 * length two of them side by side. (D. Hilbert, Mathematische Annalen 38, 1891.)
 */
final class Hilbert {

    /** The side of the square is two to this. */
    static final int ORDER = 16;

    static final int SIDE = 1 << ORDER;

    private Hilbert() {}

    /**
     * Where an address lies.
     *
     * @param address as an unsigned number of 32 bits
     * @return x in the upper half, y in the lower
     */
    static long point(int address) {
        int x = 0;
        int y = 0;
        for (int level = 0; level < ORDER; level++) {
            int quarter = address >>> 2 * level & 3;
            int right = quarter >> 1;
            int up = (quarter ^ right) & 1;
            int side = 1 << level;
            if (up == 0) { // the lower two quarters are turned
                int oldX = right == 1 ? side - 1 - x : x;
                x = right == 1 ? side - 1 - y : y;
                y = oldX;
            }
            x += side * right;
            y += side * up;
        }
        return (long) x << 32 | y;
    }

    /** The address at a point of the square: the inverse of {@link #point}. */
    static int address(int pointX, int pointY) {
        int x = pointX;
        int y = pointY;
        int address = 0;
        for (int level = ORDER - 1; level >= 0; level--) {
            int side = 1 << level;
            int right = (x & side) != 0 ? 1 : 0;
            int up = (y & side) != 0 ? 1 : 0;
            address |= (right * 3 ^ up) << 2 * level;
            x &= side - 1;
            y &= side - 1;
            if (up == 0) {
                int oldX = right == 1 ? side - 1 - x : x;
                x = right == 1 ? side - 1 - y : y;
                y = oldX;
            }
        }
        return address;
    }
}
