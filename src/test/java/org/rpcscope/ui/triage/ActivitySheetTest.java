package org.rpcscope.ui.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.rpcscope.cases.Entry;
import org.rpcscope.ui.triage.ActivitySheet.Line;

class ActivitySheetTest {

    @Test
    void whatOneDidAgainAndAgainIsOneLineOfTheNewest() {
        Entry read = new Entry("ana", 5, "Read the inputs");
        Entry marked = new Entry("ana", 4, "Escalated 1 session");
        Entry other = new Entry("ben", 3, "Escalated 1 session");
        assertEquals(
                List.of(new Line(read, 3), new Line(marked, 1), new Line(other, 1), new Line(at(read, 1), 2)),
                ActivitySheet.lines(List.of(read, at(read, 4), at(read, 4), marked, other, at(read, 1), at(read, 0))));
        assertEquals(List.of(), ActivitySheet.lines(List.of()));
    }

    private static Entry at(Entry entry, long time) {
        return new Entry(entry.author(), time, entry.text());
    }
}
