package org.rpcscope.addressmap;

import java.util.ArrayList;
import java.util.List;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;

/**
 * A rectangle of the square that holds all of IPv4, in the units of {@link Hilbert}: the place of a network, or a part that
 * was painted.
 *
 * @param x of its left edge
 * @param y of its lower edge
 */
public record Square(int x, int y, int width, int height) {

    /** The whole of IPv4. */
    public static final Square ALL = new Square(0, 0, Hilbert.SIDE, Hilbert.SIDE);

    /**
     * The place of a network: a square, or two side by side for an odd length.
     *
     * @param network an IPv4 network
     */
    public static Square of(Cidr network) {
        int first = network.first().v4Bits();
        int length = network.length();
        if (length % 2 == 0) {
            return even(first, length);
        }
        Square one = even(first, length + 1);
        Square other = even(first + (1 << 31 - length), length + 1);
        int x = Math.min(one.x, other.x);
        int y = Math.min(one.y, other.y);
        boolean beside = one.y == other.y;
        return new Square(x, y, beside ? one.width * 2 : one.width, beside ? one.height : one.height * 2);
    }

    private static Square even(int address, int length) {
        int side = Hilbert.SIDE >>> length / 2;
        long point = Hilbert.point(address);
        int x = (int) (point >>> 32) & -side;
        int y = (int) point & -side;
        return new Square(x, y, side, side);
    }

    public boolean contains(int pointX, int pointY) {
        return pointX >= x && pointX - x < width && pointY >= y && pointY - y < height;
    }

    boolean contains(Square other) {
        return other.x >= x
                && other.y >= y
                && other.x + other.width <= x + width
                && other.y + other.height <= y + height;
    }

    boolean touches(Square other) {
        return x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height;
    }

    /**
     * The fewest networks that cover it, in order of address.
     *
     * @param finest the longest length of a network that is worth naming, even: one that is cut by the edge counts as inside
     */
    public List<Cidr> networks(int finest) {
        List<Cidr> found = new ArrayList<>();
        collect(0, 0, finest, found);
        return found;
    }

    /** Adds the networks of the quarter of the curve that begins at an address, and says whether it is all inside. */
    private boolean collect(int address, int length, int finest, List<Cidr> found) {
        Square quarter = even(address, length);
        if (!touches(quarter)) {
            return false;
        }
        if (length >= finest || contains(quarter)) {
            found.add(new Cidr(IpAddress.v4(address), length));
            return true;
        }
        int size = found.size();
        boolean[] inside = new boolean[4];
        for (int i = 0; i < 4; i++) {
            inside[i] = collect(address + (i << 30 - length), length + 2, finest, found);
        }
        return joined(address, length, inside, size, found);
    }

    /** Puts halves together, and the whole, where their quarters are all inside. */
    private static boolean joined(int address, int length, boolean[] inside, int size, List<Cidr> found) {
        boolean first = inside[0] && inside[1];
        boolean second = inside[2] && inside[3];
        if (first && second) {
            found.subList(size, found.size()).clear();
            found.add(new Cidr(IpAddress.v4(address), length));
            return true;
        }
        if (first) {
            found.subList(size, size + 2).clear();
            found.add(size, new Cidr(IpAddress.v4(address), length + 1));
        }
        if (second) {
            found.subList(found.size() - 2, found.size()).clear();
            found.add(new Cidr(IpAddress.v4(address + (1 << 31 - length)), length + 1));
        }
        return false;
    }
}
