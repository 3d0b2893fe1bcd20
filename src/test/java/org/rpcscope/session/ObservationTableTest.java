package org.rpcscope.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rpcscope.query.Column;

class ObservationTableTest {

    private final Pools pools = new Pools();
    private final ObservationTable table = new ObservationTable(new Input("input", "test", 1), pools);

    @Test
    void rowsAreSeenWhenTheyArePublished() {
        append(3);
        assertEquals(0, table.rows());
        table.publish();
        assertEquals(3, table.rows());
        append(2);
        assertEquals(3, table.rows());
        table.end();
        assertEquals(5, table.rows());
        assertEquals(true, table.ended());
    }

    @Test
    void onlyBlocksThatChangedAreNamed() {
        append(Column.BLOCK + 10);
        table.publish();
        assertEquals(List.of(true, true, false), changedSince(0));
        int epoch = table.epoch();
        assertEquals(List.of(false, false, false), changedSince(epoch));
        append(1);
        table.publish();
        assertEquals(List.of(false, true, false), changedSince(epoch));
        epoch = table.epoch();
        table.touch(5);
        table.publish();
        assertEquals(List.of(true, false, false), changedSince(epoch));
        append(Column.BLOCK);
        table.publish();
        assertEquals(List.of(true, true, true), changedSince(epoch));
    }

    @Test
    void aTouchBeforeThePublicationIsSeenAfterIt() {
        append(1);
        table.publish();
        int before = table.epoch();
        table.touch(0);
        int whileWriting = table.epoch(); // what a reader notes that comes between
        table.publish();
        assertEquals(before, whileWriting);
        assertEquals(true, table.changedSince(0, whileWriting));
    }

    @Test
    void evidenceAndEndOnlyGrow() {
        append(1);
        table.see(0, 50, Evidence.SYN);
        table.see(0, 20, Evidence.SYN_ACK);
        table.publish();
        assertEquals(Evidence.SYN | Evidence.SYN_ACK, table.evidence(0));
        assertEquals(50, table.end(0));
    }

    @Test
    void turnedRowsAreReadTheOtherWayRound() {
        int row = table.reserve(1);
        int a = pools.addresses().intern(0, 1);
        int b = pools.addresses().intern(0, 2);
        table.open(row, a, b, 135 << 16 | 50000, 7, 9);
        table.count(row, 10, 20, 1, 2);
        table.see(row, 8, Evidence.TURNED);
        table.end();
        assertEquals(
                List.of(b, a, 50000, 135, 20L, 10L, 2, 1),
                List.of(
                        table.source(row),
                        table.destination(row),
                        table.sourcePort(row),
                        table.destinationPort(row),
                        table.sourceBytes(row),
                        table.destinationBytes(row),
                        table.sourcePackets(row),
                        table.destinationPackets(row)));
    }

    private void append(int count) {
        int first = table.reserve(count);
        int address = pools.addresses().intern(0, 1);
        IntStream.range(first, first + count).forEach(row -> table.open(row, address, address, 135, row, row));
    }

    private List<Boolean> changedSince(int epoch) {
        return IntStream.range(0, 3)
                .mapToObj(block -> table.changedSince(block, epoch))
                .toList();
    }
}
