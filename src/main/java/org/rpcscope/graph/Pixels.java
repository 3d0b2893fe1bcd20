package org.rpcscope.graph;

import java.util.Arrays;

/**
 * A picture that lines and discs are drawn into, smoothly, by rows from the top. Several threads may draw the same thing at
 * once, each into its own band of rows.
 */
public final class Pixels {

    /** A pixel is covered in so many parts. */
    private static final int PART = 256;

    /** And a line is followed in so many of such a part, or a long one would miss its end. */
    private static final int FINE = 1 << 16;

    private final int[] argb;
    private final int width;
    private final int height;

    /**
     * A picture in an array of the caller's.
     *
     * @param argb opaque colours, at least width times height of them
     */
    public Pixels(int[] argb, int width, int height) {
        this.argb = argb;
        this.width = width;
        this.height = height;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The part of the picture from one row up to another: what is drawn elsewhere is cut off. */
    public Band band(int top, int bottom) {
        return new Band(Math.max(0, top), Math.min(height, bottom));
    }

    /** Some rows of the picture. */
    public final class Band {
        private final int top;
        private final int bottom;

        private Band(int top, int bottom) {
            this.top = top;
            this.bottom = bottom;
        }

        /** Whether something between two heights lies in the band in part. */
        boolean reached(double from, double to) {
            return to >= top && from <= bottom;
        }

        public void fill(int colour) {
            Arrays.fill(argb, top * width, Math.max(top, bottom) * width, colour);
        }

        /**
         * A straight line.
         *
         * @param thick in pixels
         * @param colour with its own alpha
         * @param dash drawn and left out, in pixels along the longer side; 0 for a line without gaps
         */
        public void line(double x0, double y0, double x1, double y1, double thick, int colour, int dash) {
            double reach = thick / 2 + 1;
            if (Math.max(y0, y1) < top - reach
                    || Math.min(y0, y1) > bottom + reach
                    || Math.max(x0, x1) < -reach
                    || Math.min(x0, x1) > width + reach) {
                return;
            }
            if (Math.abs(x1 - x0) >= Math.abs(y1 - y0)) {
                along(x0, y0, x1, y1, thick, colour, dash, true);
            } else {
                along(y0, x0, y1, x1, thick, colour, dash, false);
            }
        }

        /** Steps along the longer side; at each step the pixels across are covered by as much of the line as lies in them. */
        private void along(
                double from,
                double fromAcross,
                double to,
                double toAcross,
                double thick,
                int colour,
                int dash,
                boolean flat) {
            double slope = to == from ? 0 : (toAcross - fromAcross) / (to - from);
            double half = thick / 2 * Math.sqrt(1 + slope * slope);
            int reach = (int) ((half + 0.5) * PART); // in parts of a pixel, as all that follows
            long step = Math.round(slope * PART * FINE);
            long start = Math.round((fromAcross - from * slope) * PART * FINE);
            int first = Math.max((int) Math.floor(Math.min(from, to)), flat ? 0 : top);
            int last = Math.min((int) Math.ceil(Math.max(from, to)), (flat ? width : bottom) - 1);
            int low = flat ? top : 0;
            int high = (flat ? bottom : width) - 1;
            boolean drawn = dash == 0 || first / dash % 2 == 0;
            int left = dash == 0 ? 0 : dash - first % dash;
            int beside = flat ? width : 1;
            for (int at = first; at <= last; at++) {
                if (dash > 0) {
                    if (left == 0) {
                        left = dash;
                        drawn = !drawn;
                    }
                    left--;
                    if (!drawn) {
                        continue;
                    }
                }
                int middle = (int) ((start + at * step) / FINE);
                int begin = Math.max(low, (middle - reach) / PART);
                int end = Math.min(high, (middle + reach) / PART);
                int pixel = flat ? begin * width + at : at * width + begin;
                for (int across = begin; across <= end; across++, pixel += beside) {
                    int part = Math.min(PART, reach - Math.abs(across * PART - middle));
                    if (part > 0) {
                        blend(pixel, colour, part);
                    }
                }
            }
        }

        /** A filled disc. */
        public void disc(double x, double y, double radius, int colour) {
            int begin = Math.max(top, (int) Math.floor(y - radius));
            int end = Math.min(bottom - 1, (int) Math.ceil(y + radius));
            for (int row = begin; row <= end; row++) {
                int left = Math.max(0, (int) Math.floor(x - radius));
                int right = Math.min(width - 1, (int) Math.ceil(x + radius));
                for (int column = left; column <= right; column++) {
                    double part = Math.min(1, radius + 0.5 - distance(column - x, row - y));
                    if (part > 0) {
                        blend(row * width + column, colour, (int) (part * PART));
                    }
                }
            }
        }

        /** A filled rectangle with round corners. */
        public void box(double x, double y, double halfWidth, double halfHeight, double corner, int colour) {
            int begin = Math.max(top, (int) Math.floor(y - halfHeight));
            int end = Math.min(bottom - 1, (int) Math.ceil(y + halfHeight));
            for (int row = begin; row <= end; row++) {
                int left = Math.max(0, (int) Math.floor(x - halfWidth));
                int right = Math.min(width - 1, (int) Math.ceil(x + halfWidth));
                for (int column = left; column <= right; column++) {
                    double outX = Math.max(0, Math.abs(column - x) - (halfWidth - corner));
                    double outY = Math.max(0, Math.abs(row - y) - (halfHeight - corner));
                    double part = Math.min(1, corner + 0.5 - distance(outX, outY));
                    if (part > 0) {
                        blend(row * width + column, colour, (int) (part * PART));
                    }
                }
            }
        }

        private static double distance(double x, double y) {
            return Math.sqrt(x * x + y * y);
        }

        /** Lays a colour over a pixel: red and blue at once, since between them there is room for what they carry over. */
        private void blend(int at, int colour, int part) {
            int alpha = (colour >>> 24) * part >> 8;
            if (alpha >= 255) {
                argb[at] = colour;
                return;
            }
            int above = alpha + (alpha >> 7);
            int below = PART - above;
            int under = argb[at];
            int redBlue = ((colour & 0xFF00FF) * above + (under & 0xFF00FF) * below) >>> 8 & 0xFF00FF;
            int green = ((colour & 0xFF00) * above + (under & 0xFF00) * below) >>> 8 & 0xFF00;
            argb[at] = 0xFF000000 | redBlue | green;
        }
    }
}
