package org.rpcscope.sigma;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.rpcscope.net.IpAddress;
import org.rpcscope.query.Column;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.TextPool;
import org.rpcscope.session.Tier;

/** Columns give the answers that asking each row by itself gives, as an event and by the plain interpreter. */
class ColumnEvaluatorTest {

    private static final List<String> ADDRESSES =
            List.of("10.0.0.1", "10.0.0.2", "192.168.7.7", "203.0.113.9", "fd00::1", "2001:db8::135");
    private static final List<String> SERVICES = List.of("dce_rpc", "gssapi,DCE_RPC", "http", "");
    private static final List<String> ITEMS = List.of(
            "destination.port: 135",
            "destination.port: [80, '44*', 443.0]",
            "destination.port|gte: 1024",
            "source.port|lt: 300",
            "source.ip|cidr: [10.0.0.0/8, 'fc00::/7']",
            "source.ip|startswith: '10.'",
            "destination.ip: '2001:DB8::135'",
            "destination.ip|re: '\\.9$'",
            "network.transport: UDP",
            "network.type: ipv6",
            "network.protocol: dce_rpc",
            "network.protocol: null",
            "rpcscope.service|contains: dce_rpc",
            "rpcscope.service|neq: [http, '']",
            "rpcscope.service|exists: true",
            "network.state: null",
            "rpcscope.tier: [confirmed, attempt]",
            "source.bytes|gt: 500",
            "source.bytes: null",
            "destination.packets: 3",
            "Image: null",
            "Image: '*'",
            "network.direction: outbound",
            "network.direction|neq: inbound",
            "'|contains': [DCE_RPC, 'gssapi,*']",
            "'|all': [dce_rpc, '192.168.']",
            "source.ip|fieldref: destination.ip",
            "source.port|fieldref|neq: destination.port",
            "network.protocol|fieldref: rpcscope.service",
            "rpcscope.service|fieldref|contains|cased: network.protocol",
            "source.port|fieldref: Image");

    @Property(tries = 60)
    void columnsAgreeWithRowsAskedOneByOne(@ForAll long seed, @ForAll @IntRange(min = 1, max = 9_000) int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        ObservationTable table = table(random, rows);
        ColumnEvaluator evaluator = new ColumnEvaluator(table);
        for (int i = 0; i < 5; i++) {
            Expression expression = expression(random, 3);
            String direction = random.nextBoolean() ? "outbound" : "inbound";
            Map<Expression.Item, Boolean> zones = new HashMap<>();
            for (Expression.Item item : ColumnEvaluator.zoneItems(expression)) {
                zones.put(item, item.test().text(direction));
            }
            List<Integer> expected = asked(table, rows, expression, direction);
            assertEquals(expected, evaluated(evaluator, rows, expression, zones), expression::toString);
            assertEquals(expected, askedAsEvents(table, rows, expression, direction), expression::toString);
        }
    }

    @Test
    void zonesThatAreNotGivenAreAbsent() {
        ObservationTable table = table(new SplittableRandom(1), 3);
        Expression direction = Rules.expression(Rules.withItem("network.direction: outbound"));
        Expression none = Rules.expression(Rules.withItem("rpcscope.source_zone|exists: false"));
        Expression.Item item = new Expression.Item("rpcscope.source_zone", new PresenceTest(false));
        assertEquals(Set.of(item), ColumnEvaluator.zoneItems(none));
        ColumnEvaluator evaluator = new ColumnEvaluator(table);
        assertEquals(List.of(), evaluated(evaluator, 3, direction, Map.of()));
        assertEquals(List.of(0, 1, 2), evaluated(evaluator, 3, none, Map.of()));
        assertEquals(List.of(), evaluated(evaluator, 3, none, Map.of(item, false)));
    }

    @Test
    void rowsThatChangeAreSeenWhenTheyAreAskedAgain() {
        ObservationTable table = table(new SplittableRandom(1), 1);
        Expression confirmed = Rules.expression(Rules.withItem("network.protocol|contains: rpc"));
        ColumnEvaluator evaluator = new ColumnEvaluator(table);
        assertEquals(List.of(), evaluated(evaluator, 1, confirmed, Map.of()));
        table.see(0, 5, Evidence.DCE_RPC);
        table.touch(0);
        table.publish();
        assertEquals(List.of(0), evaluated(evaluator, 1, confirmed, Map.of()));
    }

    private static List<Integer> evaluated(
            ColumnEvaluator evaluator, int rows, Expression expression, Map<Expression.Item, Boolean> zones) {
        List<Integer> found = new ArrayList<>();
        long[] words = new long[Column.BLOCK / 64];
        for (int from = 0; from < rows; from += Column.BLOCK) {
            evaluator.evaluate(expression, from, Math.min(Column.BLOCK, rows - from), zones, words);
            for (int i = 0; i < Column.BLOCK; i++) {
                if ((words[i / 64] & 1L << i) != 0) {
                    found.add(from + i);
                }
            }
        }
        return found;
    }

    private static List<Integer> asked(ObservationTable table, int rows, Expression expression, String direction) {
        List<Integer> found = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            if (PlainEvaluator.matches(expression, event(table, row, direction))) {
                found.add(row);
            }
        }
        return found;
    }

    private static List<Integer> askedAsEvents(
            ObservationTable table, int rows, Expression expression, String direction) {
        List<Integer> found = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            Event event = new ZonedEvent(new RowEvent(table, row), Map.of("network.direction", direction));
            if (EventEvaluator.matches(expression, event)) {
                found.add(row);
            }
        }
        return found;
    }

    private static Expression expression(SplittableRandom random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            return random.nextInt(20) == 0
                    ? new Expression.Always(random.nextBoolean())
                    : Rules.expression(Rules.withItem(ITEMS.get(random.nextInt(ITEMS.size()))));
        }
        if (random.nextInt(4) == 0) {
            return new Expression.Not(expression(random, depth - 1));
        }
        List<Expression> parts = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            parts.add(expression(random, depth - 1));
        }
        return random.nextBoolean() ? Expression.and(parts) : Expression.or(parts);
    }

    private static ObservationTable table(SplittableRandom random, int rows) {
        Pools pools = new Pools();
        ObservationTable table = new ObservationTable(new Input("test", "test", 1), pools);
        int first = table.reserve(rows);
        int[] ports = {135, 80, 443, 445, 49_664};
        for (int row = first; row < rows; row++) {
            int source = address(pools, random);
            int destination = address(pools, random);
            table.open(row, source, destination, random.nextInt(600) << 16 | ports[random.nextInt(5)], row, row);
            boolean known = random.nextBoolean();
            table.count(
                    row, known ? random.nextInt(1000) : -1, random.nextInt(9), random.nextInt(9), random.nextInt(5));
            int evidence = random.nextInt(4) * Evidence.SYN;
            table.see(row, row + random.nextInt(9), evidence | random.nextInt(4)); // UDP, turned
            table.see(row, row, random.nextInt(3) == 0 && rows > 1 ? Evidence.DCE_RPC : 0);
            if (row > rows / 2) {
                String service = SERVICES.get(random.nextInt(SERVICES.size()));
                int state = random.nextBoolean() ? pools.texts().intern("SF") : TextPool.ABSENT;
                table.describe(
                        row,
                        0,
                        state,
                        0,
                        random.nextInt(3) == 0 ? 0 : pools.texts().intern(service));
            }
        }
        table.publish();
        return table;
    }

    private static int address(Pools pools, SplittableRandom random) {
        IpAddress address = IpAddress.parse(ADDRESSES.get(random.nextInt(ADDRESSES.size())));
        return pools.addresses().intern(address);
    }

    /** The fields of a row that the items ask about. */
    private static Map<String, Object> event(ObservationTable table, int row, String direction) {
        Pools pools = table.pools();
        Map<String, Object> event = new HashMap<>();
        int evidence = table.evidence(row);
        boolean rpc = Evidence.has(evidence, Evidence.DCE_RPC);
        IpAddress source = pools.addresses().address(table.source(row));
        event.put("source.ip", source.toString());
        event.put(
                "destination.ip",
                pools.addresses().address(table.destination(row)).toString());
        event.put("source.port", table.sourcePort(row));
        event.put("destination.port", table.destinationPort(row));
        event.put("network.transport", table.transport(row).label());
        event.put("network.type", source.isV4() ? "ipv4" : "ipv6");
        event.put("network.protocol", rpc ? "dce_rpc" : null);
        String service = pools.texts().text(table.service(row));
        event.put("rpcscope.service", service == null && rpc ? "dce_rpc" : service);
        event.put("network.state", pools.texts().text(table.state(row)));
        event.put("rpcscope.tier", Tier.of(evidence).label());
        event.put("source.bytes", table.sourceBytes(row) < 0 ? null : table.sourceBytes(row));
        event.put("destination.packets", table.destinationPackets(row));
        event.put("network.direction", direction);
        event.values().removeIf(value -> value == null);
        return event;
    }
}
