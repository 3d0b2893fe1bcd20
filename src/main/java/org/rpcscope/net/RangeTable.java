package org.rpcscope.net;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The whole 128-bit space cut into ranges in order, each with a number: the form in which networks are looked up. A
 * range reaches to the start of the next, the first starts at zero, and a number below zero is a gap. Immutable.
 */
final class RangeTable {
    static final int GAP = -1;

    private static final Comparator<Block> OUTER_FIRST = (a, b) -> PrefixMap.ORDER.compare(a.cidr(), b.cidr());

    /**
     * Starts with the top bit turned, so that signed comparison, which is one instruction, gives the unsigned order.
     */
    private final long[] highs;

    private final long[] lows;
    private final int[] values;
    /**
     * The range in which the IPv4 addresses of each first octet start, and at the end the range of the last address.
     */
    private final int[] octets;

    /** Takes the arrays as {@link RangeTableBuilder} has made them. */
    RangeTable(long[] highs, long[] lows, int[] values) {
        this.highs = highs;
        this.lows = lows;
        this.values = values;
        this.octets = octets();
    }

    private int[] octets() {
        int[] ranges = new int[257];
        for (int octet = 0; octet < 256; octet++) {
            ranges[octet] = floor(0, IpAddress.v4Low(octet << 24), 0, size() - 1);
        }
        ranges[256] = floor(0, IpAddress.v4Low(-1), 0, size() - 1);
        return ranges;
    }

    /**
     * A network with its number.
     *
     * @param value the number, or {@link #GAP} to keep wider networks out
     */
    record Block(Cidr cidr, int value) {}

    /** The ranges of longest match; of equal networks the later in the list wins, and IPv6 never reaches into IPv4. */
    static RangeTable longestMatch(List<Block> blocks) {
        List<Block> sorted = new ArrayList<>(blocks.size() + 1);
        sorted.add(new Block(Cidr.ALL_V4, GAP));
        sorted.addAll(blocks);
        sorted.sort(OUTER_FIRST);
        RangeTableBuilder ranges = new RangeTableBuilder();
        List<Block> open = new ArrayList<>();
        for (Block block : sorted) {
            close(open, block.cidr(), ranges);
            open.add(block);
            ranges.from(block.cidr().first(), block.value());
        }
        while (!open.isEmpty()) {
            closeInnermost(open, ranges);
        }
        return ranges.build();
    }

    private static void close(List<Block> open, Cidr next, RangeTableBuilder ranges) {
        while (!open.isEmpty() && open.getLast().cidr().last().compareTo(next.first()) < 0) {
            closeInnermost(open, ranges);
        }
    }

    private static void closeInnermost(List<Block> open, RangeTableBuilder ranges) {
        IpAddress after = Bits.next(open.removeLast().cidr().last());
        boolean endOfSpace = after.high() == 0 && after.low() == 0;
        if (!endOfSpace) {
            ranges.from(after, open.isEmpty() ? GAP : open.getLast().value());
        }
    }

    /** This table, and where it has gaps, the one below. */
    RangeTable over(RangeTable below) {
        RangeTableBuilder ranges = new RangeTableBuilder();
        walk(below, (start, upper, lower) -> ranges.from(start, upper >= 0 ? upper : lower));
        return ranges.build();
    }

    /**
     * What this table says of the IPv4 addresses, said of the IPv6 addresses that stand for them; the rest is a gap.
     */
    RangeTable images() {
        RangeTableBuilder ranges = new RangeTableBuilder();
        int first = floor(Cidr.ALL_V4.first());
        int last = floor(Cidr.ALL_V4.last());
        for (Embedding embedding : Embedding.values()) {
            for (int i = first; i <= last; i++) {
                int from = i == first ? 0 : (int) lows[i];
                ranges.from(embedding.image(from), values[i]);
            }
            ranges.from(Bits.next(embedding.block().last()), GAP);
        }
        return ranges.build();
    }

    /** The ranges whose number is not a gap. */
    List<Range> ranges() {
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < size(); i++) {
            if (values[i] >= 0) {
                ranges.add(new Range(start(i), Bits.previous(start((i + 1) % size()))));
            }
        }
        return ranges;
    }

    int size() {
        return values.length;
    }

    int value(int range) {
        return values[range];
    }

    /** The range that the address lies in. */
    int floor(IpAddress address) {
        return floor(address.high(), address.low());
    }

    /** The range that the address lies in. */
    int floor(long high, long low) {
        if (IpAddress.isV4(high, low)) {
            int octet = (int) (low >>> 24) & 0xff;
            return floor(high, low, octets[octet], octets[octet + 1]);
        }
        return floor(high, low, 0, size() - 1);
    }

    private int floor(long high, long low, int first, int last) {
        long turnedHigh = high ^ Long.MIN_VALUE;
        long turnedLow = low ^ Long.MIN_VALUE;
        int base = first;
        for (int length = last - first + 1; length > 1; ) {
            int half = length >>> 1;
            int middle = base + half;
            long start = highs[middle];
            boolean within =
                    start < turnedHigh || (start == turnedHigh && (lows[middle] ^ Long.MIN_VALUE) <= turnedLow);
            base = within ? middle : base;
            length -= half;
        }
        return base;
    }

    /**
     * Writes for each address the byte of its range. The addresses are in ascending order, so that a run of them in one
     * range is found by doubling steps and written at once: the cost is that of the ranges that occur, not of the
     * addresses.
     *
     * @param byRange a byte for each range
     */
    void fill(long[] high, long[] low, int from, int to, byte[] byRange, byte[] into) {
        int i = from;
        while (i < to) {
            int range = floor(high[i], low[i]);
            int end = range + 1 < size() ? runEnd(high, low, i, to, start(range + 1)) : to;
            Arrays.fill(into, i, end, byRange[range]);
            i = end;
        }
    }

    /** The first index after {@code from}, where an address below the bound stands, with an address not below it. */
    private static int runEnd(long[] high, long[] low, int from, int to, IpAddress bound) {
        int below = from;
        int step = 1;
        while (step < to - below && isBelow(high[below + step], low[below + step], bound)) {
            below += step;
            step <<= 1;
        }
        int notBelow = Math.min(step, to - below) + below;
        while (notBelow - below > 1) {
            int middle = (below + notBelow) >>> 1;
            if (isBelow(high[middle], low[middle], bound)) {
                below = middle;
            } else {
                notBelow = middle;
            }
        }
        return notBelow;
    }

    private static boolean isBelow(long high, long low, IpAddress bound) {
        return IpAddress.compare(high, low, bound.high(), bound.low()) < 0;
    }

    private IpAddress start(int range) {
        return new IpAddress(highs[range] ^ Long.MIN_VALUE, lows[range]);
    }

    /** Called with the start of each range in which neither table changes, and the numbers of both. */
    interface Visitor {
        void range(IpAddress start, int mine, int theirs);
    }

    /** Goes through both tables at once, in order. */
    void walk(RangeTable other, Visitor visitor) {
        int i = 0;
        int j = 0;
        IpAddress start = start(0);
        while (true) {
            visitor.range(start, values[i], other.values[j]);
            if (i + 1 == size() && j + 1 == other.size()) {
                return;
            }
            int order = orderOfNext(other, i, j);
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            start = order <= 0 ? start(i) : other.start(j);
        }
    }

    /** Below zero when this table's range ends first, above when the other's does. At most one of them is the last. */
    private int orderOfNext(RangeTable other, int i, int j) {
        if (i + 1 == size()) {
            return 1;
        }
        return j + 1 == other.size() ? -1 : start(i + 1).compareTo(other.start(j + 1));
    }
}
