package org.rpcscope.addressmap;

import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Zone;

/**
 * The cells of a viewport: how many sessions each has, how many flagged, and its zone. Filled in one pass over the addresses
 * that are shown, then painted into pixels as often as need be. For one thread; made anew when anything changes.
 */
public final class Raster {

    /** From so dim on, a cell with one session; the brightest has the most. */
    private static final double DIMMEST = 0.45;

    private final Viewport viewport;
    private final int[] sessions;
    private final int[] flagged;
    private final byte[] zones;
    private final double scale; // one over the logarithm of the most sessions of a cell

    private Raster(Viewport viewport) {
        this.viewport = viewport;
        int cells = viewport.cells();
        this.sessions = new int[cells * cells];
        this.flagged = new int[cells * cells];
        this.zones = new byte[cells * cells];
        this.scale = 0;
    }

    private Raster(Raster filled) {
        this.viewport = filled.viewport;
        this.sessions = filled.sessions;
        this.flagged = filled.flagged;
        this.zones = filled.zones;
        int most = 1;
        for (int count : sessions) {
            most = Math.max(most, count);
        }
        this.scale = 1 / Math.log1p(most);
    }

    /** Fills the cells of a viewport. A cell has the zone of the last address seen in it, an empty one that of its first. */
    public static Raster of(Viewport viewport, AddressCounts counts, Networks networks) {
        Raster raster = new Raster(viewport);
        raster.zonesOfEmptyCells(networks);
        int to = counts.after(viewport.network().last());
        for (int place = counts.from(viewport.network().first()); place < to; place++) {
            IpAddress address = counts.address(place);
            long point = Hilbert.point(address.v4Bits());
            int cell = viewport.row(point) * viewport.cells() + viewport.column(point);
            raster.sessions[cell] += counts.sessions(place);
            raster.flagged[cell] += counts.flagged(place);
            raster.zones[cell] = networks.zone(address).code();
        }
        return new Raster(raster);
    }

    private void zonesOfEmptyCells(Networks networks) {
        int cells = viewport.cells();
        for (int row = 0; row < cells; row++) {
            for (int column = 0; column < cells; column++) {
                IpAddress first = viewport.cell(column, row).network();
                zones[row * cells + column] = networks.zone(first).code();
            }
        }
    }

    public Viewport viewport() {
        return viewport;
    }

    /** How many sessions have an end in a cell, one with both ends there counting twice. */
    public int sessions(int column, int row) {
        return sessions[row * viewport.cells() + column];
    }

    public int flagged(int column, int row) {
        return flagged[row * viewport.cells() + column];
    }

    public Zone zone(int column, int row) {
        return Zone.of(zones[row * viewport.cells() + column]);
    }

    /** A cell with flagged sessions is never smaller than this, in pixels: one among thousands must be seen. */
    private static final int SMALLEST_FLAGGED = 5;

    /** Nor is another cell where something was seen, as long as it lies among empty ones. */
    private static final int SMALLEST_SEEN = 3;

    /**
     * Paints the cells, row 0 at the bottom, filling a square of pixels.
     *
     * @param pixels at least {@code side * side}, by rows from the top
     * @param side in pixels, at least one
     */
    public void paint(int[] pixels, int side, Palette palette) {
        int cells = viewport.cells();
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                pixels[y * side + x] = colour(at(x, y, side), palette);
            }
        }
        if (side / cells < SMALLEST_SEEN) {
            spread(pixels, side, palette);
        }
        int size = Math.max(SMALLEST_FLAGGED, side / cells);
        for (int cell = 0; cell < flagged.length; cell++) {
            if (flagged[cell] > 0) {
                int x = middle(cell % cells, side) - size / 2;
                int y = middle(cells - 1 - cell / cells, side) - size / 2;
                fill(pixels, side, x, y, size, palette.flagged());
            }
        }
    }

    /** Paints the cells where something was seen over the empty pixels around them. */
    private void spread(int[] pixels, int side, Palette palette) {
        int cells = viewport.cells();
        for (int cell = 0; cell < sessions.length; cell++) {
            if (sessions[cell] > 0 && flagged[cell] == 0) {
                int left = middle(cell % cells, side) - SMALLEST_SEEN / 2;
                int top = middle(cells - 1 - cell / cells, side) - SMALLEST_SEEN / 2;
                for (int y = Math.max(0, top); y < Math.min(side, top + SMALLEST_SEEN); y++) {
                    for (int x = Math.max(0, left); x < Math.min(side, left + SMALLEST_SEEN); x++) {
                        if (sessions[at(x, y, side)] == 0) {
                            pixels[y * side + x] = colour(cell, palette);
                        }
                    }
                }
            }
        }
    }

    /** The cell at a pixel. */
    private int at(int x, int y, int side) {
        int cells = viewport.cells();
        int row = cells - 1 - (int) ((long) y * cells / side);
        return row * cells + (int) ((long) x * cells / side);
    }

    /** The pixel in the middle of a column, or of a row counted from the top. */
    private int middle(int place, int side) {
        return (int) ((2L * place + 1) * side / (2L * viewport.cells()));
    }

    private static void fill(int[] pixels, int side, int left, int top, int size, int colour) {
        for (int y = Math.max(0, top); y < Math.min(side, top + size); y++) {
            for (int x = Math.max(0, left); x < Math.min(side, left + size); x++) {
                pixels[y * side + x] = colour;
            }
        }
    }

    private int colour(int cell, Palette palette) {
        int empty = palette.empty()[zones[cell]];
        if (sessions[cell] == 0) {
            return empty;
        }
        double bright = DIMMEST + (1 - DIMMEST) * Math.log1p(sessions[cell]) * scale;
        return Palette.between(empty, palette.seen()[zones[cell]], bright);
    }
}
