package org.rpcscope.addressmap;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rpcscope.detect.Observed;
import org.rpcscope.job.Progress;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.Networks;
import org.rpcscope.net.Zone;
import org.rpcscope.session.Evidence;

class AddressCountsTest {

    private static final AddressCounts COUNTS = AddressCounts.of(
            Observed.judged(List.of(
                    seen("10.1.2.3", "8.8.8.8", 135),
                    seen("10.1.2.4", "8.8.8.8", 135),
                    seen("10.1.2.4", "8.8.8.9", 443),
                    seen("10.1.2.4", "10.1.9.9", 135),
                    seen("fd00::1", "2a00:1450::9", 135),
                    seen("fd00::1", "2a00:1450:1::9", 443))),
            new Progress());

    @Test
    void addressesStandInOrderWithTheirSessions() {
        List<String> lines = IntStream.range(0, COUNTS.size())
                .mapToObj(i -> COUNTS.address(i) + " " + COUNTS.sessions(i) + " " + COUNTS.flagged(i))
                .toList();
        assertEquals(
                List.of(
                        "8.8.8.8 2 2",
                        "8.8.8.9 1 0",
                        "10.1.2.3 1 1",
                        "10.1.2.4 3 1",
                        "10.1.9.9 1 0",
                        "2a00:1450::9 1 1",
                        "2a00:1450:1::9 1 0",
                        "fd00::1 2 1"),
                lines);
    }

    @Test
    void aNetworkHoldsWhatLiesInItAndNothingOfTheOtherFamily() {
        assertEquals(new AddressCounts.Count(2, 4, 2), in("10.1.2.0/24"));
        assertEquals(new AddressCounts.Count(5, 8, 4), in("0.0.0.0/0"));
        assertEquals(new AddressCounts.Count(3, 4, 2), in("::/0"));
        assertEquals(new AddressCounts.Count(0, 0, 0), in("192.168.0.0/16"));
    }

    @Test
    void aCellAddsUpItsAddressesAndKnowsItsZone() {
        Raster raster = Raster.of(Viewport.ALL, COUNTS, Networks.defaults());
        long inside = Hilbert.point(10 << 24 | 1 << 16);
        int column = Viewport.ALL.column(inside);
        int row = Viewport.ALL.row(inside);
        assertEquals("10.1.0.0/16", Viewport.ALL.cell(column, row).toString());
        assertEquals(5, raster.sessions(column, row));
        assertEquals(2, raster.flagged(column, row));
        assertEquals(Zone.INTERNAL, raster.zone(column, row));
        long empty = Hilbert.point(127 << 24);
        assertEquals(Zone.SPECIAL, raster.zone(Viewport.ALL.column(empty), Viewport.ALL.row(empty)));
    }

    @Test
    void aPictureHasTheColoursOfItsCellsWithTheFirstNetworkAtTheBottomLeft() {
        Palette palette = new Palette(new int[] {0xFF000001, 0xFF000002, 0xFF000003}, new int[3], 0xFFFF0000);
        int side = 256;
        int[] pixels = new int[side * side];
        Raster.of(Viewport.ALL, COUNTS, Networks.defaults()).paint(pixels, side, palette);
        assertEquals(0xFF000002, pixels[(side - 1) * side]); // 0.0.0.0/16 is special
        long nine = Hilbert.point(9 << 24);
        int fromTop = side - 1 - Viewport.ALL.row(nine);
        assertEquals(0xFF000003, pixels[fromTop * side + Viewport.ALL.column(nine)]); // 9.0.0.0/16 is external
        long flagged = 0;
        for (int pixel : pixels) {
            flagged += pixel == palette.flagged() ? 1 : 0;
        }
        assertEquals(2 * 5 * 5, flagged, "each of the two cells is marked by more than its one pixel");
    }

    @Test
    void anAddressWithoutFlaggedSessionsIsMoreThanItsOnePixelAmongEmptyOnes() {
        Palette palette = new Palette(new int[3], new int[] {0xFF000001, 0xFF000002, 0xFF000003}, 0xFFFF0000);
        Viewport viewport = Viewport.around(cidr("10.1.0.0/16"), 8); // a cell an address
        int side = 256;
        int[] pixels = new int[side * side];
        Raster.of(viewport, COUNTS, Networks.defaults()).paint(pixels, side, palette);
        long point = Hilbert.point(10 << 24 | 1 << 16 | 9 << 8 | 9);
        int middle = (side - 1 - viewport.row(point)) * side + viewport.column(point);
        List<Integer> expected = new ArrayList<>();
        for (int row = -1; row <= 1; row++) {
            for (int column = -1; column <= 1; column++) {
                expected.add(middle + row * side + column);
            }
        }
        assertEquals(
                expected,
                IntStream.range(0, pixels.length)
                        .filter(pixel ->
                                pixels[pixel] != 0xFF000000 && pixels[pixel] != 0 && pixels[pixel] != palette.flagged())
                        .boxed()
                        .toList());
    }

    @Test
    void theIcicleOfIpv6StandsOnItsNetworks() {
        List<String> blocks = Icicle.of(COUNTS, cidr("::/0")).blocks().stream()
                .filter(block -> block.level() < 3)
                .map(block -> block.level() + " " + block.network() + " "
                        + block.count().sessions())
                .toList();
        assertEquals(
                List.of(
                        "0 2a00::/16 2",
                        "1 2a00:1450::/32 2",
                        "2 2a00:1450::/48 1",
                        "2 2a00:1450:1::/48 1",
                        "0 fd00::/16 2",
                        "1 fd00::/32 2",
                        "2 fd00::/48 2"),
                blocks);
        Icicle icicle = Icicle.of(COUNTS, cidr("::/0"));
        assertEquals(cidr("fd00::/16"), icicle.at(0, 0.75).network());
        assertEquals(cidr("2a00:1450:1::/48"), icicle.at(2, 0.3).network());
    }

    @Test
    void aNetworkCanHaveAllTheWidthOfTheIcicleBelowThoseAroundIt() {
        List<String> blocks = Icicle.of(COUNTS, cidr("2a00:1450::/32")).blocks().stream()
                .filter(block -> block.level() < 3)
                .map(block -> block.network() + " " + block.left() + " " + block.right())
                .toList();
        assertEquals(
                List.of(
                        "2a00::/16 0.0 1.0",
                        "2a00:1450::/32 0.0 1.0",
                        "2a00:1450::/48 0.0 0.5",
                        "2a00:1450:1::/48 0.5 1.0"),
                blocks);
    }

    private static Observed seen(String source, String destination, int port) {
        return new Observed(source, destination, port, Evidence.SYN | Evidence.DIRECTION_KNOWN);
    }

    private static AddressCounts.Count in(String network) {
        return COUNTS.in(cidr(network));
    }

    private static Cidr cidr(String text) {
        return ((Cidr.Valid) Cidr.parse(text)).cidr();
    }
}
