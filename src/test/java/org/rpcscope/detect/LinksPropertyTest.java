package org.rpcscope.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.rpcscope.job.Workers;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.rpc.Announcement;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.tuning.Weights;

class LinksPropertyTest {

    private static final List<String> CLIENTS = List.of("10.20.0.1", "10.20.0.2", "45.148.10.77");
    private static final List<String> SERVERS = List.of("45.148.10.77", "45.148.10.78", "10.20.0.2");
    private static final List<Integer> PORTS = List.of(135, 49154, 49155);

    private final Pools pools = new Pools();

    @Property(tries = 400)
    void eachRowIsLearnedFromWhomThePlainestSearchFinds(
            @ForAll @Size(max = 3) List<@From("inputs") List<Spoken>> inputs) {
        List<ObservationTable> tables = tables(inputs);
        Linker linker = linked(tables);
        for (ObservationTable table : tables) {
            for (int row = 0; row < table.rows(); row++) {
                assertEquals(plainest(tables, table, row), place(linker, table, row), "row " + row);
            }
        }
    }

    @Property(tries = 200)
    void theOrderOfTheInputsDoesNotMatter(@ForAll @Size(min = 2, max = 3) List<@From("inputs") List<Spoken>> inputs) {
        List<ObservationTable> tables = tables(inputs);
        List<ObservationTable> turned = tables.reversed();
        Linker linker = linked(tables);
        Linker other = linked(turned);
        for (ObservationTable table : tables) {
            for (int row = 0; row < table.rows(); row++) {
                assertEquals(place(linker, table, row), place(other, table, row));
            }
        }
    }

    @Property(tries = 300)
    void whatWasLinkedStepByStepIsWhatIsLinkedAtOnce(
            @ForAll @Size(min = 1, max = 30) List<@From("rows") Spoken> rows,
            @ForAll @Size(min = 1, max = 40) List<Integer> steps) {
        ObservationTable growing = Observed.open(pools, 1);
        ObservationTable log = Spoken.table(pools, 2, List.of(Spoken.quiet("10.20.0.1 9", "45.148.10.77 49154", 5)));
        Detector detector = new Detector(pools, Rules.learned(), Networks.defaults(), Weights.defaults());
        int written = 0;
        for (int step : steps) {
            switch (Math.floorMod(step, 5)) {
                case 0, 1 -> {
                    if (written < rows.size()) {
                        rows.get(written++).append(growing);
                    }
                }
                case 2 -> growing.publish();
                case 3 -> {
                    if (growing.rows() > 0) {
                        int row = Math.floorMod(step / 5, growing.rows());
                        growing.see(row, Spoken.nanos(step & 0xFFFF), 0);
                        growing.converse(
                                row, growing.conversation(row).join(Spoken.announcing("0.0.0.0", 49154, 49155)));
                        growing.touch(row);
                    }
                }
                default -> {}
            }
            detector.run(step % 7 == 0 ? List.of(growing) : List.of(log, growing));
        }
        growing.end();
        List<ObservationTable> tables = List.of(log, growing);
        Detection fresh = new Detector(pools, Rules.learned(), Networks.defaults(), Weights.defaults()).run(tables);
        assertEquals(described(fresh), described(detector.run(tables)));
    }

    /** Who announced what, and what is flagged. */
    private static List<String> described(Detection detection) {
        List<String> all = new ArrayList<>();
        for (int session = 0; session < detection.sessions().count(); session++) {
            SessionLinks links = detection.links(session);
            all.add(detection.flagged(session) + " " + links.announcer() + " " + detection.learnedFrom(session) + " "
                    + IntStream.of(links.announced()).boxed().toList() + " " + detection.score(session));
        }
        return all;
    }

    private Linker linked(List<ObservationTable> tables) {
        Linker linker = new Linker();
        try (Workers alone = new Workers(1)) {
            linker.update(tables, alone);
        }
        return linker;
    }

    private static String place(Linker linker, ObservationTable table, int row) {
        Announcer announcer = linker.links().announcer(table, row);
        return announcer == null ? "nobody" : announcer.table().input().file() + " " + announcer.row();
    }

    /** The meaning of a link, as plainly as it can be said. */
    private static String plainest(List<ObservationTable> tables, ObservationTable table, int row) {
        List<Announcer> able = new ArrayList<>();
        for (ObservationTable other : tables) {
            for (int i = 0; i < other.rows(); i++) {
                Announcer announcer = Announcer.of(1, other, i);
                if (announced(announcer, table, row) && inTime(announcer, table.start(row))) {
                    able.add(announcer);
                }
            }
        }
        able.removeIf(announcer -> announcer.sameEnds(table, row));
        Comparator<Announcer> best = Comparator.comparing((Announcer a) -> a.client() == table.source(row))
                .thenComparing(Announcer::start)
                .thenComparing(a -> a.table().sourcePort(a.row()))
                .thenComparing(a -> a.table().input().fingerprint())
                .thenComparing(Announcer::row);
        return able.stream()
                .max(best)
                .map(a -> a.table().input().file() + " " + a.row())
                .orElse("nobody");
    }

    private static boolean inTime(Announcer announcer, long start) {
        return announcer.start() <= start && start <= announcer.end() + AnnouncedPorts.KEPT_NANOS;
    }

    private static boolean announced(Announcer announcer, ObservationTable table, int row) {
        IpAddress wanted = address(table, table.destination(row));
        IpAddress server = address(announcer.table(), announcer.server());
        Conversation said = announcer.table().conversation(announcer.row());
        for (Announcement each : said.announcements()) {
            boolean there = wanted.equals(server) || wanted.equals(each.at(server));
            if (there && each.port() == table.destinationPort(row) && each.port() != 135) {
                return true;
            }
        }
        return false;
    }

    private static IpAddress address(ObservationTable table, int id) {
        return table.pools().addresses().address(id);
    }

    private List<ObservationTable> tables(List<List<Spoken>> inputs) {
        return IntStream.range(0, inputs.size())
                .mapToObj(i -> Spoken.table(pools, i, inputs.get(i)))
                .toList();
    }

    @Provide
    Arbitrary<List<Spoken>> inputs() {
        return rows().list().ofMaxSize(12);
    }

    @Provide
    Arbitrary<Spoken> rows() {
        Arbitrary<String> sources = Combinators.combine(
                        Arbitraries.of(CLIENTS), Arbitraries.integers().between(1, 3))
                .as((address, port) -> address + " " + port);
        Arbitrary<String> destinations = Combinators.combine(Arbitraries.of(SERVERS), Arbitraries.of(PORTS))
                .as((address, port) -> address + " " + port);
        Arbitrary<Conversation> said = Combinators.combine(
                        Arbitraries.of("0.0.0.0", "45.148.10.78", "172.16.3.3", ""),
                        Arbitraries.of(PORTS).list().ofMaxSize(2))
                .as(LinksPropertyTest::announcing);
        Arbitrary<Integer> starts = Arbitraries.integers().between(0, 12);
        Arbitrary<Integer> lengths = Arbitraries.of(0, 1, 5, 2000, 9000);
        return Combinators.combine(sources, destinations, starts, lengths, said)
                .as((source, destination, start, length, talk) ->
                        new Spoken(source, destination, start * 1000.5, start * 1000.5 + length, Spoken.RPC, talk));
    }

    private static Conversation announcing(String address, List<Integer> ports) {
        return Spoken.announcing(
                address.isEmpty() ? null : address,
                ports.stream().mapToInt(port -> port).toArray());
    }
}
