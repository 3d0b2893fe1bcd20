package org.rpcscope.ui.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Detector;
import org.rpcscope.job.Progress;
import org.rpcscope.net.IpAddress;
import org.rpcscope.net.Networks;
import org.rpcscope.overview.GroupBy;
import org.rpcscope.overview.SessionGroups;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.tuning.Weights;

/** The lines of groups held against a plain list of them, whatever is opened and closed. */
class OutlineTest {

    private static SessionGroups groups(int rows, int hosts, GroupBy by) {
        Random random = new Random(rows);
        Pools pools = new Pools();
        ObservationTable table = new ObservationTable(new Input("a.pcap", "test", 1), pools);
        for (int i = 0; i < rows; i++) {
            int row = table.reserve(1);
            int source = pools.addresses().intern(IpAddress.v4(0x0A000000 + random.nextInt(hosts)));
            int destination = pools.addresses().intern(IpAddress.v4(0x2D000001));
            table.open(row, source, destination, 135, i, i);
            table.see(row, i, Evidence.DIRECTION_KNOWN);
        }
        table.end();
        Detection detection =
                new Detector(pools, List.of(), Networks.defaults(), Weights.defaults()).run(List.of(table));
        return SessionGroups.of(detection, by, IntStream.range(0, rows).toArray(), new Progress());
    }

    /** Of each line its group, and its place, or -1 for that of a group. */
    private static List<List<Integer>> plainest(SessionGroups groups, Set<Integer> open) {
        List<List<Integer>> lines = new ArrayList<>();
        for (int group = 0; group < groups.count(); group++) {
            boolean alone = groups.by() == GroupBy.ACTIVITY && groups.size(group) == 1;
            lines.add(List.of(group, alone ? groups.start(group) : -1));
            for (int i = 0; !alone && open.contains(group) && i < groups.size(group); i++) {
                lines.add(List.of(group, groups.start(group) + i));
            }
        }
        return lines;
    }

    private static List<List<Integer>> lines(Outline outline) {
        return IntStream.range(0, outline.lines())
                .mapToObj(line -> List.of(outline.group(line), outline.place(line)))
                .toList();
    }

    @Test
    void linesAreThoseOfTheOpenGroupsHoweverTheyWereOpened() {
        SessionGroups groups = groups(60, 12, GroupBy.SOURCE);
        Random random = new Random(7);
        Set<Integer> open = new HashSet<>();
        Outline outline = Outline.of(groups, Set.of());
        for (int step = 0; step < 300; step++) {
            int group = random.nextInt(groups.count());
            boolean opened = random.nextBoolean();
            boolean _ = opened ? open.add(group) : open.remove(group);
            outline = outline.with(group, opened);
            List<List<Integer>> wanted = plainest(groups, open);
            assertEquals(wanted, lines(outline));
            Set<Long> ids = new HashSet<>();
            open.forEach(each -> ids.add(groups.id(each)));
            assertEquals(wanted, lines(Outline.of(groups, ids)));
            for (int line = 0; line < wanted.size(); line++) {
                int place = wanted.get(line).get(1);
                assertEquals(line, place < 0 ? outline.lineOf(wanted.get(line).get(0)) : outline.lineOfPlace(place));
            }
            for (int place = 0; place < groups.sessions().length; place++) {
                int its = groups.at(place);
                int closed = wanted.indexOf(List.of(its, -1));
                assertEquals(
                        open.contains(its) ? wanted.indexOf(List.of(its, place)) : closed, outline.lineOfPlace(place));
            }
        }
    }

    @Test
    void anActivityOfOneSessionIsThatSession() {
        SessionGroups groups = groups(5, 3, GroupBy.ACTIVITY);
        Outline outline = Outline.of(groups, Set.of(groups.id(2))).with(3, true);
        assertEquals(plainest(groups, Set.of()), lines(outline));
    }

    @Test
    void theGroupOfHalfOfAMillionOpensAtOnce() {
        SessionGroups groups = groups(1_000_000, 2, GroupBy.SOURCE);
        Outline closed = Outline.of(groups, Set.of());
        long before = System.nanoTime();
        Outline open = closed.with(0, true);
        int last = open.place(groups.size(0));
        long took = System.nanoTime() - before;
        assertEquals(groups.size(0) - 1, last);
        assertEquals(2 + groups.size(0), open.lines());
        assertEquals(true, took < 8_000_000, "ns: " + took);
    }
}
