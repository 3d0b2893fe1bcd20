package org.rpcscope.net;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The analyst's boundary: the zone of every address, with the reason. Immutable, so that an edit makes another one with
 * another version, and both can be asked at once.
 *
 * <p>The longest line of the analyst's lists decides; of equal lines the later. Where none speaks, a block that
 * IANA calls not globally reachable, or multicast, is special (the longest block decides, so 192.0.0.9/32 is reachable
 * within 192.0.0.0/24); where the registry says neither, as for the 6to4 relays and Teredo, the block is special. The
 * rest is external.
 *
 * <p>A NAT64 or 6to4 address has the zone of the IPv4 address inside, unless a line of the analyst's lies within the
 * block of that form (64:ff9b::/96, 2002::/16) and holds it. A wider IPv6 line does not reach into these blocks, and
 * none reaches into IPv4.
 */
public final class Networks {
    private static final List<SpecialBlock> REGISTRY = SpecialRegistry.bundled().blocks();

    private final long version;
    private final List<NetworkLine> lines;
    /** Of each number in the table: first the lines, then the registry, then the default. */
    private final List<Reason> reasons;

    private final RangeTable table;
    private final byte[] zones;
    private final byte[] standings;

    private Networks(long version, List<NetworkLine> lines) {
        this.version = version;
        this.lines = List.copyOf(lines);
        this.reasons = reasons(this.lines);
        this.table = table(this.lines);
        this.zones = new byte[table.size()];
        this.standings = new byte[table.size()];
        for (int i = 0; i < zones.length; i++) {
            zones[i] = reasons.get(table.value(i)).zone().code();
            standings[i] = standing(table.value(i)).code();
        }
    }

    /**
     * The boundary that these lines draw.
     *
     * @param version a number that tells this boundary from others
     * @param lines all lists together, in the order in which they were written
     */
    public static Networks of(long version, List<NetworkLine> lines) {
        return new Networks(version, lines);
    }

    /** The boundary before anyone has drawn one: RFC 1918 and the unique local addresses (RFC 4193) are internal. */
    public static Networks defaults() {
        return of(
                0,
                List.of(
                        byDefault(new Cidr(IpAddress.v4(10 << 24), 8), "RFC 1918"),
                        byDefault(new Cidr(IpAddress.v4(172 << 24 | 16 << 16), 12), "RFC 1918"),
                        byDefault(new Cidr(IpAddress.v4(192 << 24 | 168 << 16), 16), "RFC 1918"),
                        byDefault(new Cidr(new IpAddress(0xfcL << 56, 0), 7), "RFC 4193")));
    }

    /** The number given to this boundary. */
    public long version() {
        return version;
    }

    /** The analyst's lines, in the order given. */
    public List<NetworkLine> lines() {
        return lines;
    }

    /** The zone of the address with these halves: one binary search, no object. */
    public Zone zone(long high, long low) {
        return Zone.of(zones[table.floor(high, low)]);
    }

    /** The zone of the address. */
    public Zone zone(IpAddress address) {
        return zone(address.high(), address.low());
    }

    /**
     * The zones of many addresses at once, as {@link Zone#code}s, at the same indexes.
     *
     * @param high the high halves of addresses in ascending order
     * @param low their low halves
     * @param from the first index
     * @param to one past the last index
     * @param into receives the codes
     */
    public void zones(long[] high, long[] low, int from, int to, byte[] into) {
        table.fill(high, low, from, to, zones, into);
    }

    /** What the address with these halves is to the analyst. */
    public Standing standing(long high, long low) {
        return Standing.of(standings[table.floor(high, low)]);
    }

    /** As {@link #zones(long[], long[], int, int, byte[])}, but as {@link Standing#code}s. */
    public void standings(long[] high, long[] low, int from, int to, byte[] into) {
        table.fill(high, low, from, to, standings, into);
    }

    /** The line of the analyst's that decides about an address, or of the one that it stands for; null where none does. */
    public @Nullable NetworkLine line(IpAddress address) {
        int number = table.value(table.floor(address));
        return number < lines.size() ? lines.get(number) : null;
    }

    /** The partner's line that an address lies in, or null where it is no partner's. */
    public @Nullable NetworkLine partner(IpAddress address) {
        NetworkLine line = line(address);
        return line != null && line.standing() == Standing.PARTNER ? line : null;
    }

    /** The zone of the address and what made it so. */
    public Reason reason(IpAddress address) {
        int number = table.value(table.floor(address));
        Reason reason = reasons.get(number);
        Embedding embedding = Embedding.of(address);
        if (embedding == null
                || (number < lines.size() && lines.get(number).cidr().contains(address))) {
            return reason;
        }
        String form = embedding.label() + " of " + embedding.inside(address) + ": ";
        return new Reason(reason.zone(), reason.network(), form + reason.text());
    }

    /** The ranges of addresses whose zone differs between this boundary and the other, in order, none adjoining. */
    public List<Range> changed(Networks other) {
        return differing(other, (mine, theirs) -> mine.zone() != theirs.zone());
    }

    /** As {@link #changed}, with the ranges that are a partner's under one boundary alone. */
    public List<Range> restanding(Networks other) {
        return differing(other, (mine, theirs) -> mine != theirs);
    }

    private List<Range> differing(Networks other, BiPredicate<Standing, Standing> differ) {
        RangeTableBuilder changed = new RangeTableBuilder();
        table.walk(other.table, (start, mine, theirs) -> {
            boolean differs = differ.test(standing(mine), other.standing(theirs));
            changed.from(start, differs ? 0 : RangeTable.GAP);
        });
        return changed.build().ranges();
    }

    /** The fewest networks that hold the addresses of a standing and no others, those that stand for others among them. */
    public List<Cidr> cidrs(Standing standing) {
        RangeTableBuilder wanted = new RangeTableBuilder();
        table.walk(table, (start, number, _) -> wanted.from(start, standing(number) == standing ? 0 : RangeTable.GAP));
        return Cidrs.of(wanted.build().ranges());
    }

    private Standing standing(int number) {
        if (number < lines.size()) {
            return lines.get(number).standing();
        }
        return Standing.of(reasons.get(number).zone().code());
    }

    private static NetworkLine byDefault(Cidr cidr, String comment) {
        return new NetworkLine(cidr, NetworkLine.INTERNAL, "default", comment);
    }

    private static RangeTable table(List<NetworkLine> lines) {
        List<RangeTable.Block> own = new ArrayList<>();
        for (Embedding embedding : Embedding.values()) {
            own.add(new RangeTable.Block(embedding.block(), RangeTable.GAP));
        }
        for (int i = 0; i < lines.size(); i++) {
            own.add(new RangeTable.Block(lines.get(i).cidr(), i));
        }
        int rest = lines.size() + REGISTRY.size();
        List<RangeTable.Block> others = new ArrayList<>();
        others.add(new RangeTable.Block(Cidr.ALL_V4, rest));
        others.add(new RangeTable.Block(new Cidr(new IpAddress(0, 0), 0), rest));
        for (int i = 0; i < REGISTRY.size(); i++) {
            others.add(new RangeTable.Block(REGISTRY.get(i).block(), lines.size() + i));
        }
        RangeTable analyst = RangeTable.longestMatch(own);
        RangeTable plain = analyst.over(RangeTable.longestMatch(others));
        return analyst.over(plain.images().over(plain));
    }

    private static List<Reason> reasons(List<NetworkLine> lines) {
        List<Reason> reasons = new ArrayList<>();
        for (NetworkLine line : lines) {
            reasons.add(new Reason(line.zone(), line.cidr().toString(), line.reason()));
        }
        for (SpecialBlock block : REGISTRY) {
            Zone zone = block.globallyReachable() ? Zone.EXTERNAL : Zone.SPECIAL;
            String text = "IANA special-purpose: " + block.name() + ", " + block.reference()
                    + (block.globallyReachable() ? ", globally reachable" : "");
            reasons.add(new Reason(zone, block.block().toString(), text));
        }
        reasons.add(new Reason(Zone.EXTERNAL, null, "in no list, globally reachable"));
        return List.copyOf(reasons);
    }
}
