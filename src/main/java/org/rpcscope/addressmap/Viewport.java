package org.rpcscope.addressmap;

import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;

/**
 * The part of IPv4 that a picture shows: one network of even length, as a square of cells, each cell a network too.
 *
 * @param network of even length
 * @param depth how often the square is halved to come to the cells: two to this of them make a side
 */
public record Viewport(Cidr network, int depth) {

    /** All of IPv4 in cells of /16. */
    public static final Viewport ALL = new Viewport(new Cidr(IpAddress.v4(0), 0), 8);

    /** Refuses a network that is no square, and cells that are less than an address. */
    public Viewport {
        if (!network.network().isV4() || network.length() % 2 != 0) {
            throw new IllegalArgumentException("not a square of the map: " + network);
        }
        if (depth < 0 || network.length() + 2 * depth > 32) {
            throw new IllegalArgumentException("cells of " + network + " halved " + depth + " times are no networks");
        }
    }

    /** The viewport of the square around a network, in as many cells as fit and are of use. */
    public static Viewport around(Cidr network, int finest) {
        int length = network.length() & ~1;
        return new Viewport(Cidr.around(network.network(), length), Math.min(finest, (32 - length) / 2));
    }

    /** How many cells make a side. */
    public int cells() {
        return 1 << depth;
    }

    /** The length of a cell's network. */
    public int cellLength() {
        return network.length() + 2 * depth;
    }

    /** The column of the cell that an address of the network lies in. */
    int column(long point) {
        return (int) (point >>> 32) - square().x() >> 16 - cellLength() / 2;
    }

    /** The row, counted from below. */
    int row(long point) {
        return (int) point - square().y() >> 16 - cellLength() / 2;
    }

    /** The place of the network in all of IPv4. */
    public Square square() {
        return Square.of(network);
    }

    /** The network of a cell. */
    public Cidr cell(int column, int row) {
        int shift = 16 - cellLength() / 2;
        Square all = square();
        int address = Hilbert.address(all.x() + (column << shift), all.y() + (row << shift));
        return Cidr.around(IpAddress.v4(address), cellLength());
    }

    /** The part of IPv4 that a block of cells is; both corners included, in any order. */
    public Square block(int column1, int row1, int column2, int row2) {
        int side = 1 << 16 - cellLength() / 2;
        Square all = square();
        int left = clamp(Math.min(column1, column2));
        int below = clamp(Math.min(row1, row2));
        int columns = clamp(Math.max(column1, column2)) - left + 1;
        int rows = clamp(Math.max(row1, row2)) - below + 1;
        return new Square(all.x() + left * side, all.y() + below * side, columns * side, rows * side);
    }

    private int clamp(int cell) {
        return Math.clamp(cell, 0, cells() - 1);
    }

    /** One step closer, to the quarter that a cell lies in; itself where a quarter would be less than sixteen addresses. */
    public Viewport closer(int column, int row, int finest) {
        if (network.length() + 2 > 28) {
            return this;
        }
        return around(Cidr.around(cell(column, row).network(), network.length() + 2), finest);
    }

    /** One step back; itself where all is shown. */
    public Viewport farther(int finest) {
        return network.length() == 0 ? this : around(Cidr.around(network.network(), network.length() - 2), finest);
    }
}
