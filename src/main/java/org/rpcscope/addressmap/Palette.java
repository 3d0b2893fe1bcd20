package org.rpcscope.addressmap;

/**
 * The colours of a picture, as opaque ARGB.
 *
 * @param empty where no address was seen, by the code of the zone
 * @param seen the brightest colour of addresses that were seen, by the code of the zone
 * @param flagged of cells with flagged sessions
 */
public record Palette(int[] empty, int[] seen, int flagged) {

    /** A colour between two, by a part from 0 to 1. */
    static int between(int from, int to, double part) {
        int mixed = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int a = from >>> shift & 0xFF;
            int b = to >>> shift & 0xFF;
            mixed = mixed << 8 | (int) Math.round(a + (b - a) * part);
        }
        return mixed;
    }
}
