package org.rpcscope.addressmap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;

class HilbertPropertyTest {

    @Property
    void everyPointIsThePlaceOfOneAddress(@ForAll int address) {
        long point = Hilbert.point(address);
        assertEquals(address, Hilbert.address((int) (point >>> 32), (int) point));
    }

    @Property
    void addressesThatFollowEachOtherLieSideBySide(@ForAll int address) {
        long point = Hilbert.point(address);
        long next = Hilbert.point(address + 1);
        int across = Math.abs((int) (point >>> 32) - (int) (next >>> 32));
        int up = Math.abs((int) point - (int) next);
        assertTrue(address == -1 || across + up == 1, "a jump of " + across + ", " + up);
    }

    @Property
    void aNetworkIsOneRectangleOfAsManyPointsAsItHasAddresses(
            @ForAll int address, @ForAll @IntRange(max = 32) int length, @ForAll int another) {
        Cidr network = Cidr.around(IpAddress.v4(address), length);
        Square square = Square.of(network);
        assertEquals(1L << 32 - length, (long) square.width() * square.height());
        long point = Hilbert.point(another);
        boolean inside = square.contains((int) (point >>> 32), (int) point);
        assertEquals(network.contains(IpAddress.v4(another)), inside);
    }

    @Property
    void aPaintedNetworkIsThatNetwork(@ForAll int address, @ForAll @IntRange(max = 32) int length) {
        Cidr network = Cidr.around(IpAddress.v4(address), length);
        assertEquals(List.of(network), Square.of(network).networks(32));
    }

    @Property(tries = 200)
    void aPaintedPartIsCoveredByItsNetworksAndByNothingElse(
            @ForAll @IntRange(max = 255) int x,
            @ForAll @IntRange(max = 255) int y,
            @ForAll @IntRange(max = 255) int otherX,
            @ForAll @IntRange(max = 255) int otherY,
            @ForAll int address) {
        Square painted = Viewport.ALL.block(x, y, otherX, otherY);
        List<Cidr> networks = painted.networks(Viewport.ALL.cellLength());
        long point = Hilbert.point(address);
        boolean inside = painted.contains((int) (point >>> 32), (int) point);
        long holding = networks.stream()
                .filter(network -> network.contains(IpAddress.v4(address)))
                .count();
        assertEquals(inside ? 1 : 0, holding);
        long size = networks.stream()
                .mapToLong(network -> network.size().longValueExact())
                .sum();
        assertEquals((long) painted.width() * painted.height(), size);
    }

    @Property(tries = 200)
    void aCellIsTheNetworkOfTheAddressesInIt(@ForAll int address, @ForAll @IntRange(max = 14) int halved) {
        Viewport viewport = Viewport.around(Cidr.around(IpAddress.v4(address), halved * 2), 8);
        long point = Hilbert.point(address);
        Cidr cell = viewport.cell(viewport.column(point), viewport.row(point));
        assertEquals(Cidr.around(IpAddress.v4(address), viewport.cellLength()), cell);
    }
}
