package org.rpcscope.filter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.rpcscope.detect.Detection;
import org.rpcscope.detect.Detector;
import org.rpcscope.net.IpAddress;
import org.rpcscope.rpc.Authentication;
import org.rpcscope.rpc.Binding;
import org.rpcscope.rpc.Calls;
import org.rpcscope.rpc.Conversation;
import org.rpcscope.rpc.InterfaceId;
import org.rpcscope.session.Actors;
import org.rpcscope.session.Evidence;
import org.rpcscope.session.Input;
import org.rpcscope.session.Mark;
import org.rpcscope.session.Marks;
import org.rpcscope.session.ObservationTable;
import org.rpcscope.session.Pools;
import org.rpcscope.session.SessionKey;
import org.rpcscope.session.Status;
import org.rpcscope.session.Verdict;
import org.rpcscope.sigma.BundledRule;
import org.rpcscope.sigma.BundledRules;
import org.rpcscope.tuning.NetworkEntry;
import org.rpcscope.tuning.Profile;
import org.rpcscope.tuning.Weights;

/**
 * Sessions of few different values, by a seed: every column has some, more than one block is filled, and where several
 * inputs are wished, some sessions are seen by more than one of them.
 */
public final class RandomSessions {

    private static final UUID SVCCTL = UUID.fromString("367abb81-9844-35f1-ad32-98f038001003");
    private static final long MINUTE = 60_000_000_000L;

    private final Random random;
    private final Pools pools = new Pools();

    private RandomSessions(long seed) {
        random = new Random(seed);
    }

    /**
     * @param inputs how many
     * @param rows of each
     */
    public static Detection of(long seed, int inputs, int rows) {
        RandomSessions made = new RandomSessions(seed);
        List<ObservationTable> tables = new ArrayList<>();
        for (int input = 0; input < inputs; input++) {
            tables.add(made.table(new Input("/case/in" + input + ".log", "test", input + 7), rows));
        }
        return new Detector(
                        made.pools,
                        BundledRules.load().stream().map(BundledRule::rule).toList(),
                        Profile.defaults()
                                .withPartner(List.of(new NetworkEntry("45.0.0.2/32", true, "cloud", "Acme")))
                                .networks(1),
                        Weights.defaults())
                .run(tables);
    }

    /** Every ninth session is marked, in ways that differ. */
    public static Marks marks(Detection detection) {
        Map<SessionKey, Mark> marks = new HashMap<>();
        for (int session = 0; session < detection.sessions().count(); session += 9) {
            Mark mark = Mark.NONE.with(Status.values()[session % Status.values().length]);
            marks.put(
                    SessionKey.of(detection.sessions(), session),
                    session % 2 == 0 ? mark.tagged("tag " + session % 7) : mark.with(Verdict.values()[session % 4]));
        }
        return Marks.of(marks);
    }

    private ObservationTable table(Input input, int rows) {
        ObservationTable table = new ObservationTable(input, pools);
        boolean described = input.fingerprint() % 2 == 0;
        for (int i = 0; i < rows; i++) {
            int row = table.reserve(1);
            long start = i * MINUTE / 20;
            int ports = (50_000 + random.nextInt(3)) << 16 | (random.nextBoolean() ? 135 : 440 + random.nextInt(9));
            boolean inward = random.nextInt(8) == 0;
            int inside = address("10.0.0.", "fd00::");
            int outside = random.nextInt(4) == 0 ? address("10.1.0.", "fd00:1::") : address("45.0.0.", "2a0e::");
            table.open(row, inward ? outside : inside, inward ? inside : outside, ports, start, i * 100L);
            table.count(row, random.nextInt(5) - 1, random.nextInt(5) - 1, 1, random.nextInt(3) - 1);
            if (described) {
                table.describe(row, word("allow", "deny"), 0, 0, word("dce_rpc", "Alpha"));
                new Actors(table)
                        .name(
                                row,
                                word("LAB\\user1", "lab\\service"),
                                0,
                                word("System", "C:\\Windows\\System32\\svchost.exe"),
                                0);
            }
            if (i > rows / 2 && random.nextInt(20) == 0) { // some blocks have none
                table.converse(row, conversation());
            }
            boolean known = random.nextInt(3) > 0;
            int evidence = random.nextInt(1 << 13) | (known ? Evidence.DIRECTION_KNOWN : 0);
            boolean turns = i > rows / 3; // some blocks have none
            table.see(row, start + random.nextInt(5) * MINUTE, turns ? evidence : evidence & ~Evidence.TURNED);
        }
        table.end();
        return table;
    }

    private int address(String v4, String v6) {
        return pools.addresses().intern(IpAddress.parse((random.nextInt(3) > 0 ? v4 : v6) + (1 + random.nextInt(12))));
    }

    private int word(String one, String other) {
        return switch (random.nextInt(3)) {
            case 0 -> 0;
            case 1 -> pools.texts().intern(one);
            default -> pools.texts().intern(other);
        };
    }

    private Conversation conversation() {
        List<Binding> bindings = List.of(
                new Binding(new InterfaceId(random.nextBoolean() ? SVCCTL : new UUID(0, 7), 1, 0), null),
                new Binding(new InterfaceId(new UUID(0, random.nextInt(3)), 1, 0), null));
        List<Calls> calls = List.of(
                Calls.captured(SVCCTL, 12 + random.nextInt(3), 1, 0),
                Calls.logged("samr", random.nextBoolean() ? "a" : "B", 1));
        List<Authentication> users = List.of(new Authentication(
                "ntlm", "packet", "LAB", "user" + random.nextInt(3), "WS", null, Authentication.Outcome.ACCEPTED));
        return new Conversation(
                bindings.subList(0, random.nextInt(3)),
                calls.subList(0, random.nextInt(3)),
                users.subList(0, random.nextInt(2)),
                List.of(),
                List.of(),
                Set.of());
    }
}
