package org.rpcscope.addressmap;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rpcscope.net.Cidr;
import org.rpcscope.net.IpAddress;

/**
 * The IPv6 networks that were seen, as an icicle: a network stands above those within it, each as wide as its share of the
 * sessions. A level that would only repeat the one above is drawn all the same, so that lengths line up.
 */
public final class Icicle {

    /** The lengths of the levels: allocations, sites, subnets (RFC 6177, RFC 4291 2.5.4) and single addresses. */
    private static final int[] LENGTHS = {16, 32, 48, 56, 64, 128};

    /** Narrower blocks are not drawn one by one: they are counted in the one that stands for all of them. */
    private static final double NARROWEST = 1.0 / 512;

    private final List<Block> blocks;

    /**
     * A rectangle of the icicle.
     *
     * @param network null for a block that stands for {@code hidden} narrow ones
     * @param level the place of its length among the levels, 0 at the top
     * @param left from 0 to 1
     * @param right from 0 to 1
     * @param hidden how many networks it stands for; 0 for a network of its own
     */
    public record Block(
            @Nullable Cidr network, int level, double left, double right, AddressCounts.Count count, int hidden) {}

    private Icicle(List<Block> blocks) {
        this.blocks = List.copyOf(blocks);
    }

    /** How many levels there are. */
    public static int levels() {
        return LENGTHS.length;
    }

    /** The length of the networks of a level. */
    public static int length(int level) {
        return LENGTHS[level];
    }

    /**
     * The icicle of what was seen in a network.
     *
     * @param root an IPv6 network, such as all of them; it, and each around it, fills the whole width
     */
    public static Icicle of(AddressCounts counts, Cidr root) {
        Icicle.Builder builder = new Builder(counts);
        int level = 0;
        while (level < LENGTHS.length - 1 && LENGTHS[level] <= root.length()) {
            Cidr around = Cidr.around(root.network(), LENGTHS[level]);
            builder.blocks.add(new Block(around, level, 0, 1, counts.in(around), 0));
            level++;
        }
        builder.below(root, level, 0, 1);
        return new Icicle(builder.blocks);
    }

    /** All blocks, those of a level from left to right. */
    public List<Block> blocks() {
        return blocks;
    }

    /** The block at a place, or null. */
    public @Nullable Block at(int level, double across) {
        for (Block block : blocks) {
            if (block.level == level && block.left <= across && across < block.right) {
                return block;
            }
        }
        return null;
    }

    /** Cuts networks into those of the next level. */
    private static final class Builder {
        private final AddressCounts counts;
        private final List<Block> blocks = new ArrayList<>();

        Builder(AddressCounts counts) {
            this.counts = counts;
        }

        void below(Cidr network, int level, double left, double right) {
            if (level == LENGTHS.length) {
                return;
            }
            List<Cidr> parts = parts(network, LENGTHS[level]);
            double sum = 0;
            for (Cidr part : parts) {
                sum += weight(counts.in(part));
            }
            double at = left;
            Rest rest = new Rest();
            for (Cidr part : parts) {
                AddressCounts.Count count = counts.in(part);
                double width = weight(count) / sum * (right - left);
                if (width < NARROWEST) {
                    rest.add(count);
                } else {
                    blocks.add(new Block(part, level, at, at + width, count, 0));
                    below(part, level + 1, at, at + width);
                    at += width;
                }
            }
            if (rest.networks > 0) {
                blocks.add(new Block(null, level, at, right, rest.count(), rest.networks));
            }
        }

        /** The networks of a length that hold seen addresses, in order. IPv4 addresses, whose values lie in ::/16, are none of IPv6. */
        private List<Cidr> parts(Cidr network, int length) {
            List<Cidr> parts = new ArrayList<>();
            int to = counts.after(network.last());
            int place = counts.from(network.first());
            while (place < to) {
                IpAddress address = counts.address(place);
                if (address.isV4()) {
                    place = counts.after(Cidr.around(address, 0).last());
                } else {
                    Cidr part = Cidr.around(address, length);
                    parts.add(part);
                    place = counts.after(part.last());
                }
            }
            return parts;
        }

        /** Sessions count, but a lone one must not vanish beside a busy one. */
        private static double weight(AddressCounts.Count count) {
            return Math.sqrt(count.sessions());
        }
    }

    /** What the narrow blocks of one network add up to. */
    private static final class Rest {
        private int networks;
        private int hosts;
        private long sessions;
        private long flagged;

        void add(AddressCounts.Count count) {
            networks++;
            hosts += count.hosts();
            sessions += count.sessions();
            flagged += count.flagged();
        }

        AddressCounts.Count count() {
            return new AddressCounts.Count(hosts, sessions, flagged);
        }
    }
}
